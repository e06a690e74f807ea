import { Writable } from "node:stream";
import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { TextsProvider } from "~/locales/texts";
import { log } from "~/kernel/log.server";
import { i18nFor } from "~/locales/catalogues.server";
import { NonceContext } from "~/ui/nonce";
import { languageOfVisitor } from "~/web/language.server";

// The server build is the one artifact: what runs Vouch leaves by this door (scripts/start.mjs).
export { run } from "../server";

const ABORT_AFTER_MS = 10_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let failed = false;
    const stream = renderToPipeableStream(
      <NonceContext.Provider value={context.nonce}>
        <TextsProvider i18n={i18nFor(pageLanguage(request, remix))}>
          <RemixServer context={remix} url={request.url} abortDelay={ABORT_AFTER_MS} nonce={context.nonce} />
        </TextsProvider>
      </NonceContext.Provider>,
      {
        nonce: context.nonce,
        onAllReady() {
          clearTimeout(abort);
          headers.set("Content-Type", "text/html; charset=utf-8");
          const wait = retryAfter(remix);
          if (wait) headers.set("Retry-After", wait);
          // In one piece: sent as React writes it, each 2 kB would be compressed and flushed apart, which costs
          // four times the bytes and a fifth of the time.
          stream.pipe(collect((body) => resolve(new Response(body, { headers, status: failed ? 500 : status }))));
        },
        onShellError(error) {
          clearTimeout(abort);
          reject(error);
        },
        onError(error) {
          failed = true;
          log.error({ err: error }, "a page could not be rendered");
        },
      },
    );
    const abort = setTimeout(() => stream.abort(), ABORT_AFTER_MS).unref();
  });
}

/** @param done is given everything that was written */
function collect(done: (body: Buffer<ArrayBuffer>) => void): Writable {
  const chunks: Buffer[] = [];
  return new Writable({
    write(chunk: Buffer, _encoding, next) {
      chunks.push(chunk);
      next();
    },
    final(next) {
      done(Buffer.concat(chunks));
      next();
    },
  });
}

/** When to try again, from whichever loader or action said so: Remix keeps a document's headers to itself. */
function retryAfter({ staticHandlerContext: { actionHeaders, loaderHeaders } }: EntryContext): string | undefined {
  const said = [...Object.values(actionHeaders ?? {}), ...Object.values(loaderHeaders ?? {})];
  return said.map((headers) => headers.get("Retry-After")).find((value) => value !== null) ?? undefined;
}

function pageLanguage(request: Request, remix: EntryContext): string {
  const root = remix.staticHandlerContext.loaderData?.root as { language?: string } | undefined;
  return root?.language ?? languageOfVisitor(request);
}

/** Errors nobody foresaw. What the guard on routes answered on purpose, and aborted requests, are none. */
export function handleError(error: unknown, { request }: { request: Request }) {
  if (!request.signal.aborted && !isForeseen(error)) log.error({ err: error }, "a request failed");
}

/** An answer with a status that was thrown, or what Remix itself answers to an address or method that no route has. */
function isForeseen(error: unknown): boolean {
  if (isRouteErrorResponse(error)) return error.status < 500;
  return error instanceof Object && "type" in error && error.type === "DataWithResponseInit";
}
