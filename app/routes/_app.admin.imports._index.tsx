import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FileUp } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { LARGEST_FILE } from "~/domain/people/importing/import";
import { listImports } from "~/domain/people/importing/reading.server";
import { startImport } from "~/domain/people/importing/staging.server";
import { ImportForm } from "~/domain/people/ui/import-form";
import { ImportList } from "~/domain/people/ui/import-list";
import { Forbidden } from "~/kernel/errors";
import { paths } from "~/paths";
import { canImportPeople } from "~/policy/people";
import { EmptyState, PageHead, WithRail } from "~/ui/page";
import { attempt, formValues } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { refused } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";
import { parseUpload } from "~/web/uploads.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  return { imports: await listImports(actor), timeZone: actor.timeZone, pageTitle: pageTitle(actor.language, "admin-import:title", company.name) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  // Asked before the file is read: nobody else makes the server hold one.
  if (!canImportPeople(actor)) throw new Forbidden("import");
  const { formData, files, errors } = await parseUpload(args.request, { fileFields: ["file"], maxFileBytes: LARGEST_FILE });
  const values = formValues(formData);
  if (Object.keys(errors).length > 0) return refused(errors, values);
  const file = files.get("file");
  if (!file) return refused({ file: "admin-import:problem.noFile" }, values);
  const options = { createsDepartments: Boolean(values.createsDepartments), missingLeave: Boolean(values.missingLeave) };
  const done = await attempt(values, () => startImport(actor, file, options));
  if (!done.ok) return refused(done.errors, done.values);
  return redirect(paths.import(done.result));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Imports() {
  const { imports, timeZone } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <>
      <PageHead crumb={{ to: paths.people(), label: t("admin-people:title") }} title={t("admin-import:title")} lead={t("admin-import:lead")} />
      <WithRail rail={<ImportForm state={state} />}>
        {imports.length > 0 ? (
          <ImportList imports={imports} timeZone={timeZone} />
        ) : (
          <EmptyState icon={FileUp} title={t("admin-import:empty.title")}>
            {t("admin-import:empty.text")}
          </EmptyState>
        )}
      </WithRail>
    </>
  );
}
