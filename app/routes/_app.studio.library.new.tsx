import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { startPost } from "~/domain/library/drafting.server";
import { newPostForm } from "~/domain/library/post-form";
import { NotFound } from "~/kernel/errors";
import { isLanguage, LANGUAGE_NAMES } from "~/locales/i18n";
import { paths } from "~/paths";
import { canWritePosts } from "~/policy/library";
import { SubmitButton } from "~/ui/button";
import { FormError, SelectField, TextField, type FormState } from "~/ui/field";
import { PageHead } from "~/ui/page";
import { redirectDone } from "~/web/flash.server";
import { parseForm, readForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { refused } from "~/web/respond.server";
import { requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  if (!canWritePosts(actor)) throw new NotFound("library");
  return { languages: company.languages, pageTitle: pageTitle(actor.language, "studio-library:start.title", company.name) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export async function action(args: ActionFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const form = parseForm(newPostForm, await readForm(args.request));
  if (!form.ok) return refused(form.errors, form.values);
  if (!company.languages.includes(form.value.language)) return refused({ language: "errors:field.invalid" }, form.values);
  return redirectDone(paths.postDraft(await startPost(actor, form.value)), "studio-library:done.started");
}

export default function NewPost() {
  const { languages } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const { t } = useTranslation();
  return (
    <>
      <PageHead crumb={{ to: paths.studioLibrary(), label: t("studio-library:title") }} title={t("studio-library:start.title")} lead={t("studio-library:start.lead")} />
      <Form method="post" className="max-w-xl space-y-5" noValidate>
        <FormError state={state} />
        <TextField name="title" label={t("studio-library:field.title")} hint={t("studio-library:field.titleHint")} maxLength={120} required state={state} />
        <SelectField
          name="language"
          label={t("studio-library:field.language")}
          hint={t("studio-library:field.languageHint")}
          choices={languages.map((value) => ({ value, label: isLanguage(value) ? LANGUAGE_NAMES[value] : value }))}
          state={state}
        />
        <SubmitButton>{t("studio-library:start.submit")}</SubmitButton>
      </Form>
    </>
  );
}
