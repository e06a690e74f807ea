import type { LoaderFunctionArgs } from "@remix-run/node";
import { writeErrorFile } from "~/domain/people/importing/error-file.server";
import { idParam } from "~/web/params.server";
import { requireActor } from "~/web/session.server";

/** Rows with errors, to be mended and handed in again. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  return new Response(await writeErrorFile(actor, idParam(args)), {
    headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": 'attachment; filename="errors.csv"', "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" },
  });
}
