import type { LoaderFunctionArgs } from "@remix-run/node";
import { writeItemCsv } from "~/domain/insights/table-csv.server";
import { idParam } from "~/web/params.server";
import { requireActor } from "~/web/session.server";

/** A message's or post's figures as a table for spreadsheets. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const id = idParam(args);
  return new Response(await writeItemCsv(actor, id), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="insights-${id}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
