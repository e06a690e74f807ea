import { Form, useSubmit } from "@remix-run/react";
import { Trash2 } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { Button, SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { useOnePress } from "~/ui/one-press";
import { FormError, TextArea, TextField, typed, type FormState } from "~/ui/field";
import type { EditConflict } from "../editing.server";
import type { EditorPage } from "../editing-page.server";
import { LONGEST_BODY, LONGEST_TITLE, LONGEST_WHY } from "../limits";
import { AudienceField } from "./audience-field";
import { ConflictNotice } from "./conflict-notice";
import { DeliveryChoices } from "./delivery-choices";
import { EditorTabs } from "./editor-tabs";
import { nameOfLanguage } from "./fallback-label";
import { useVersionName } from "./version-name";
import { WhoSeesWhat } from "./who-sees-what";

/** The page's buttons stand in its head and belong to this form by its id. */
export const EDITOR = "editor";

interface EditorFormProps {
  /** What the fields began with. */
  page: EditorPage;
  /** What stands in the message now. */
  newest: EditorPage;
  /** Something was typed that was not sent. */
  isTyped: boolean;
  onType(): void;
  onSend(): void;
  state?: FormState;
  conflict: EditConflict | null;
}

/** One version in one language, and what all versions share. */
export function EditorForm({ page, newest, state, conflict, isTyped, onType, onSend }: EditorFormProps) {
  const { t, i18n } = useTranslation();
  const versionName = useVersionName();
  const submit = useSubmit();
  const { mayPress, onSubmit } = useOnePress(onSend);
  const form = useRef<HTMLFormElement>(null);
  const { id, version, language, stored } = page;
  const action = paths.messageDraft(id, version.departmentId ?? undefined, language);
  const about = { version: versionName(version.departmentName), language: nameOfLanguage(language, i18n.language) };

  function savesFirst(next: string): boolean {
    if ((!isTyped && !state) || !form.current) return false;
    // What is under way leads on by itself; what was typed since stays on this page.
    if (!mayPress()) return true;
    const data = new FormData(form.current);
    data.set("next", next);
    submit(data, { method: "post", action });
    return true;
  }

  return (
    <Form method="post" action={action} id={EDITOR} ref={form} onChange={onType} onSubmit={onSubmit} preventScrollReset>
      {/* Enter in a line of text means the first button of a form: save, and nothing else. */}
      <button type="submit" name="step" value="save" hidden />
      <input type="hidden" name="revision" value={conflict?.revision ?? typed(state, "revision", String(page.revision))} />
      <FormError state={state} />
      {conflict && <ConflictNotice conflict={conflict} takeTheirs={action} state={state} />}
      <div className="grid gap-x-7 gap-y-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0">
          <div id="why">
            <TextArea name="why" rows={2} maxLength={LONGEST_WHY} label={t("studio-messages:why.label", about)} hint={t("studio-messages:why.hint")} defaultValue={stored.why} state={state} lang={language} />
          </div>
          <EditorTabs page={newest} savesFirst={savesFirst} />
          <div className="space-y-5">
            <div id="title">
              <TextField name="title" maxLength={LONGEST_TITLE} label={t("studio-messages:title.label", about)} defaultValue={stored.title} state={state} lang={language} className="[&_input]:font-semibold" />
            </div>
            <div id="text">
              <TextArea name="body" rows={9} maxLength={LONGEST_BODY} label={t("studio-messages:body.label")} hint={t("studio-messages:body.hint")} defaultValue={stored.body} state={state} lang={language} />
            </div>
            <DeliveryChoices stored={page} state={state} />
          </div>
          <div className="mt-5 flex flex-wrap gap-2.5">
            <SubmitButton name="step" value="save" look="secondary" busy={t("studio-messages:saving")}>
              {t("studio-messages:save")}
            </SubmitButton>
            {version.departmentId && (
              <Button type="submit" name="step" value="remove" look="quiet" icon={Trash2}>
                {t("studio-messages:version.remove", about)}
              </Button>
            )}
          </div>
        </div>
        <div className="min-w-0 space-y-5">
          <WhoSeesWhat {...newest} languages={newest.company.languages} />
          <Panel>
            <AudienceField choices={page.audienceChoices} stored={page.audienceIds} state={state} />
          </Panel>
        </div>
      </div>
    </Form>
  );
}
