import { Form } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useTranslation } from "~/locales/texts";
import { LANGUAGE_NAMES, LANGUAGES } from "~/locales/i18n";
import { Button } from "~/ui/button";
import { SelectField } from "~/ui/field";

/**
 * The first question at the door. With script the page speaks the chosen language at once (what the
 * address carries behind its "#" stays there); without, a button does it.
 */
export function LanguageChoice() {
  const { t, i18n } = useTranslation();
  const [hasScript, setHasScript] = useState(false);
  useEffect(() => setHasScript(true), []);
  const choose = (language: string) => location.assign(`?language=${language}${location.hash}`);
  return (
    <Form method="get" reloadDocument className="flex items-end gap-2.5">
      <SelectField
        label={t("joining:language")}
        name="language"
        className="min-w-0 flex-1"
        defaultValue={i18n.language}
        choices={LANGUAGES.map((language) => ({ value: language, label: LANGUAGE_NAMES[language] }))}
        onChange={(event) => choose(event.target.value)}
      />
      {!hasScript && <Button type="submit">{t("joining:chooseLanguage")}</Button>}
    </Form>
  );
}
