import { Form, useNavigation } from "@remix-run/react";
import { Save } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { SubmitButton } from "~/ui/button";
import { useOnePress } from "~/ui/one-press";
import { FormError, type FormState } from "~/ui/field";
import type { CaptionCount, PostRecord } from "../post";
import { captionRows } from "../post-form";
import type { ValidDays } from "../validity";
import { CaptionFields } from "./caption-fields";
import { AudienceFields, LinkFields, TruthFields, WhatFields, type DepartmentOption } from "./editor-fields";
import { EditorSection } from "./editor-section";

interface PostEditorProps {
  post: PostRecord;
  days: ValidDays;
  departments: readonly DepartmentOption[];
  languages: readonly string[];
  networks: readonly string[];
  count(network: string, text: string): CaptionCount;
  state?: FormState;
  /** Something was typed that is not saved. */
  isChanged: boolean;
  onType(): void;
  /** Another one means that the fields start anew. */
  formKey: string;
}

/** The whole post in one form: it is saved, and becomes void, as one. */
export function PostEditor({ post, state, isChanged, onType, formKey, days, departments, languages, networks, count }: PostEditorProps) {
  const { t } = useTranslation();
  const { onSubmit } = useOnePress();
  const isSaving = useNavigation().formData?.get("act") === "save";
  const rows = state?.values ? captionRows(state.values) : post.captions.map((caption) => ({ ...caption, network: caption.network ?? "" }));
  return (
    <Form method="post" encType="multipart/form-data" noValidate className="space-y-7" key={formKey} onChange={onType} onSubmit={onSubmit}>
      {/* The first button is the one that Enter presses: it must be the harmless one. */}
      <button type="submit" name="act" value="save" className="sr-only" tabIndex={-1} aria-hidden>
        {t("studio-library:save.save")}
      </button>
      <input type="hidden" name="revision" value={post.revision} />
      <FormError state={state} />
      <WhatFields post={post} state={state} />
      <LinkFields post={post} state={state} />
      <EditorSection id="captions" title={t("studio-library:section.captions")} lead={t("studio-library:captions.lead")}>
        <CaptionFields rows={rows} networks={networks} languages={languages} count={count} errors={state?.errors} onArrange={onType} />
      </EditorSection>
      <TruthFields post={post} state={state} />
      <AudienceFields post={post} state={state} days={days} departments={departments} languages={languages} />
      <div className="sticky bottom-16 z-1 -mx-4 flex flex-wrap items-center gap-4 border-t border-line bg-paper px-4 py-3 md:bottom-0 md:mx-0 md:px-0">
        <SubmitButton icon={Save} name="act" value="save" busy={t("studio-library:save.busy")}>
          {t("studio-library:save.save")}
        </SubmitButton>
        <p role="status" className="text-s text-ink-2">
          {isChanged && !isSaving && t("studio-library:save.unsaved")}
        </p>
      </div>
    </Form>
  );
}
