import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { exportAudit } from "~/domain/audit/exporting.server";
import { readAuditFilter } from "~/domain/audit/reading.server";
import { NotFound } from "~/kernel/errors";
import { paths } from "~/paths";
import { canReadAudit } from "~/policy/audit";
import { readForm } from "~/web/form.server";
import { requireActor } from "~/web/session.server";

/** A file is taken out by a button, never by an address. */
export async function loader(args: LoaderFunctionArgs) {
  if (!canReadAudit(await requireActor(args))) throw new NotFound("audit");
  return redirect(paths.audit());
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const sent = await readForm(args.request);
  const format = sent.get("format") === "jsonl" ? "jsonl" : "csv";
  return new Response(await exportAudit(actor, format, readAuditFilter(sent)), {
    headers: {
      "Content-Type": format === "csv" ? "text/csv; charset=utf-8" : "application/x-ndjson",
      "Content-Disposition": `attachment; filename="audit.${format}"`,
      "Cache-Control": "no-store",
    },
  });
}
