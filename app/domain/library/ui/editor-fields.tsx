import { useTranslation } from "~/locales/texts";
import { LANGUAGE_NAMES, isLanguage } from "~/locales/i18n";
import { SubmitButton } from "~/ui/button";
import { CheckField, SelectField, TextArea, TextField, type FormState } from "~/ui/field";
import { Picture } from "~/ui/picture";
import type { PostRecord } from "../post";
import type { ValidDays } from "../validity";
import { EditorSection } from "./editor-section";
import { LinkPanel } from "./link-panel";

interface FieldsProps {
  post: PostRecord;
  state?: FormState;
}

/** Title, summary, why. */
export function WhatFields({ post, state }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <EditorSection id="what" title={t("studio-library:section.what")}>
      <TextField name="title" label={t("studio-library:field.title")} hint={t("studio-library:field.titleHint")} maxLength={120} required state={state} defaultValue={post.title} />
      <TextArea name="summary" label={t("studio-library:field.summary")} hint={t("studio-library:field.summaryHint")} rows={2} maxLength={400} state={state} defaultValue={post.summary} />
      <TextArea name="why" label={t("studio-library:field.why")} hint={t("studio-library:field.whyHint")} rows={2} maxLength={600} state={state} defaultValue={post.why} />
    </EditorSection>
  );
}

/** The link with what its page says, and the picture with its words. */
export function LinkFields({ post, state }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <EditorSection id="link" title={t("studio-library:section.link")}>
      <input type="hidden" name="linkBefore" value={post.linkUrl} />
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <TextField
          name="linkUrl"
          className="min-w-60 flex-1"
          label={t("studio-library:field.linkUrl")}
          hint={t("studio-library:field.linkUrlHint")}
          inputMode="url"
          autoComplete="off"
          maxLength={2_000}
          state={state}
          defaultValue={post.linkUrl}
        />
        <SubmitButton look="secondary" className="mt-7" name="act" value="preview" busy={t("studio-library:preview.busy")}>
          {t("studio-library:preview.fetch")}
        </SubmitButton>
      </div>
      {post.linkUrl ? <LinkPanel link={post} /> : <p className="text-s text-ink-3">{t("studio-library:preview.none")}</p>}
      <TextField name="linkTitle" label={t("studio-library:field.linkTitle")} maxLength={200} state={state} defaultValue={post.linkTitle} />
      <TextArea name="linkDescription" label={t("studio-library:field.linkDescription")} rows={2} maxLength={500} state={state} defaultValue={post.linkDescription} />
      <PictureFields post={post} state={state} />
    </EditorSection>
  );
}

function PictureFields({ post, state }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <div id="picture" className="scroll-mt-4 space-y-4">
      {post.picture && (
        <div className="flex flex-wrap items-start gap-4">
          <Picture picture={post.picture} alt={post.pictureAlt} sizes="12rem" className="w-48 rounded-field" />
          <div className="min-w-48 flex-1">
            <CheckField name="removePicture" label={t("studio-library:field.removePicture")} state={state} />
            <CheckField name="takePagePicture" label={t("studio-library:field.takePagePicture")} state={state} />
          </div>
        </div>
      )}
      <TextField name="picture" type="file" accept="image/jpeg,image/png,image/webp,image/avif,image/gif" label={t("studio-library:field.picture")} hint={t("studio-library:field.pictureHint")} state={withoutFiles(state)} />
      <TextField name="pictureAlt" label={t("studio-library:field.pictureAlt")} hint={t("studio-library:field.pictureAltHint")} maxLength={300} state={state} defaultValue={post.pictureAlt} />
    </div>
  );
}

/** A file can't be put back into its field, and a browser refuses the attempt. */
function withoutFiles(state?: FormState): FormState | undefined {
  return state?.errors ? { errors: state.errors } : undefined;
}

/** What stays as it is in anybody's words. */
export function TruthFields({ post, state }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <EditorSection id="truth" title={t("studio-library:section.truth")}>
      <TextArea name="facts" label={t("studio-library:field.facts")} hint={t("studio-library:field.factsHint")} rows={4} state={state} defaultValue={post.facts} />
      <TextField name="hashtags" label={t("studio-library:field.hashtags")} hint={t("studio-library:field.hashtagsHint")} maxLength={300} state={state} defaultValue={post.hashtags} />
      <TextField name="disclosure" label={t("studio-library:field.disclosure")} hint={t("studio-library:field.disclosureHint")} maxLength={90} state={state} defaultValue={post.disclosure} />
    </EditorSection>
  );
}

export interface DepartmentOption {
  id: string;
  name: string;
  depth: number;
}

interface AudienceProps extends FieldsProps {
  days: ValidDays;
  departments: readonly DepartmentOption[];
  languages: readonly string[];
}

/** For whom, in which language, and until when. */
export function AudienceFields({ post, state, days, departments, languages }: AudienceProps) {
  const { t } = useTranslation();
  return (
    <EditorSection id="audience" title={t("studio-library:section.audience")}>
      <div id="validity" className="grid scroll-mt-4 gap-4 sm:grid-cols-2">
        <TextField name="validFrom" type="date" label={t("studio-library:field.validFrom")} hint={t("studio-library:field.validFromHint")} state={state} defaultValue={days.validFrom ?? ""} />
        <TextField name="validUntil" type="date" label={t("studio-library:field.validUntil")} hint={t("studio-library:field.validUntilHint")} state={state} defaultValue={days.validUntil ?? ""} />
      </div>
      <SelectField
        name="language"
        label={t("studio-library:field.language")}
        hint={t("studio-library:field.languageHint")}
        choices={languages.map((value) => ({ value, label: isLanguage(value) ? LANGUAGE_NAMES[value] : value }))}
        state={state}
        defaultValue={post.language}
      />
      <fieldset>
        <legend className="mb-1.5 text-s font-semibold">{t("studio-library:field.audience")}</legend>
        <p className="mb-1 text-xs text-ink-3">{t("studio-library:field.audienceHint")}</p>
        {state?.errors?.audience && <p className="text-s text-danger">{t(state.errors.audience)}</p>}
        <div className="max-h-80 overflow-y-auto rounded-field border border-line-strong bg-surface px-3.5 py-1.5">
          {departments.map(({ id, name, depth }) => (
            <div key={id} style={{ paddingLeft: `${depth * 1.5}rem` }}>
              <CheckField name="audience" value={id} label={name} state={state?.values && { values: state.values }} defaultChecked={post.audience.includes(id)} />
            </div>
          ))}
        </div>
      </fieldset>
    </EditorSection>
  );
}
