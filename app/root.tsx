import "./app.css";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from "@remix-run/react";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import type { ReactNode } from "react";
import { paths } from "~/paths";
import { ProblemPage } from "~/ui/problem-page";
import { useNonce } from "~/ui/nonce";
import { languageOfVisitor } from "~/web/language.server";
import { findSignedInPerson } from "~/web/session.server";

/** What the document itself depends on; children ask for more. */
export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await findSignedInPerson(args);
  return {
    language: signedIn?.actor.language ?? languageOfVisitor(args.request),
    theme: signedIn?.actor.theme ?? null,
    /** Loads the texts of publishers' and administrators' pages too. */
    hasStudio: (signedIn?.actor.roles.length ?? 0) > 0,
    /** The texts of the doors: before sign-in, on shared devices, and where one looks after one's keys. */
    hasDoor: !signedIn || Boolean(signedIn.session.shared) || /^\/settings\/(sign-in|pin)/.test(new URL(args.request.url).pathname),
    companyName: signedIn?.company.name ?? null,
    accent: signedIn?.company.accent ?? null,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.companyName ? `Vouch · ${data.companyName}` : "Vouch" }];

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("root");
  const door = useRouteLoaderData<{ accent?: string | null }>("routes/_auth");
  const accent = data?.accent ?? door?.accent;
  const nonce = useNonce();
  return (
    <html lang={data?.language ?? "en"} data-theme={data?.theme ?? undefined} data-studio={data?.hasStudio ? "yes" : undefined} data-door={data?.hasDoor ? "yes" : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
        {accent && <link rel="stylesheet" href={paths.accentStyles(accent)} />}
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ProblemPage />;
}

