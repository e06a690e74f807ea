import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Archive, Gem, Undo2 } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { ArrangingHead } from "~/domain/wins/ui/arranging-tabs";
import { ValueForm } from "~/domain/wins/ui/value-form";
import { listValues, retireValue, saveValue, valueForm } from "~/domain/wins/values.server";
import { Conflict, Forbidden } from "~/kernel/errors";
import { isUuid } from "~/kernel/fields";
import { isLanguage, LANGUAGE_NAMES } from "~/locales/i18n";
import { paths } from "~/paths";
import { canArrangeWins } from "~/policy/wins";
import { SubmitButton } from "~/ui/button";
import { Chip, Panel } from "~/ui/card";
import type { FormState } from "~/ui/field";
import { EmptyState } from "~/ui/page";
import { redirectDone } from "~/web/flash.server";
import { parseForm, readForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { refused } from "~/web/respond.server";
import { requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const values = await listValues(actor);
  const languages = company.languages.map((code) => ({ code, name: isLanguage(code) ? LANGUAGE_NAMES[code] : code }));
  return { values, languages, language: company.language, newId: crypto.randomUUID(), pageTitle: pageTitle(actor.language, "studio-wins:values.title", company.name) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  if (!canArrangeWins(actor)) throw new Forbidden("values");
  const sent = await readForm(args.request);
  for (const [name, retired] of [["retire", true], ["restore", false]] as const) {
    const id = sent.get(name);
    if (typeof id !== "string") continue;
    if (!isUuid(id)) return refused({ "": "errors:field.invalid" }, {});
    await retireValue(actor, id, retired);
    return redirectDone(paths.values(), retired ? "studio-wins:done.retired" : "studio-wins:done.restored");
  }
  const form = parseForm(valueForm(company.languages, company.language), sent);
  if (!form.ok) return refused(form.errors, form.values);
  try {
    await saveValue(actor, form.value);
  } catch (error) {
    if (error instanceof Conflict) return refused({ "": "studio-wins:values.conflict" }, form.values);
    throw error;
  }
  return redirectDone(paths.values(), "studio-wins:done.saved");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Values() {
  const { values, languages, language, newId } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const { t } = useTranslation();
  const stateOf = (id: string) => (state?.values?.id === id ? state : undefined);
  const isNew = !values.some(({ id }) => id === state?.values?.id);
  return (
    <>
      <ArrangingHead title={t("studio-wins:values.title")} lead={t("studio-wins:values.lead")} />
      <div className="max-w-3xl space-y-4">
        {values.length === 0 && <EmptyState icon={Gem} title={t("studio-wins:values.empty")}>{t("studio-wins:values.emptyText")}</EmptyState>}
        {values.map((value) => (
          <Panel key={`${value.id}${value.revision}`} title={<span className="flex flex-wrap items-center gap-2">{value.names[language]}{value.isRetired && <Chip>{t("studio-wins:values.retired")}</Chip>}</span>}>
            <p className="text-s text-ink-2">{value.sentences[language]}</p>
            <p className="mt-1 text-xs text-ink-3">{t("studio-wins:values.wins", { count: value.wins })}</p>
            <details className="mt-2" open={Boolean(stateOf(value.id))}>
              <summary className="inline-flex min-h-11 items-center text-s font-semibold text-accent-text">{t("studio-wins:values.change")}</summary>
              <div className="mt-2"><ValueForm id={value.id} value={value} languages={languages} language={language} state={stateOf(value.id)} /></div>
            </details>
            <Form method="post">
              <SubmitButton name={value.isRetired ? "restore" : "retire"} value={value.id} look="quiet" icon={value.isRetired ? Undo2 : Archive} aria-label={t(value.isRetired ? "studio-wins:values.restoreLabel" : "studio-wins:values.retireLabel", { name: value.names[language] })}>
                {t(value.isRetired ? "studio-wins:values.restore" : "studio-wins:values.retire")}
              </SubmitButton>
            </Form>
          </Panel>
        ))}
        <Panel title={t("studio-wins:values.new")}>
          <ValueForm key={values.length} id={newId} languages={languages} language={language} state={isNew ? state : undefined} />
        </Panel>
      </div>
    </>
  );
}
