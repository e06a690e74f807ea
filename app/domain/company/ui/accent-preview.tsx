import { Palette } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import type { AccentTokens, DerivedAccent } from "~/domain/people/accent";
import { Notice } from "~/ui/page";

/** How a colour will look on both grounds, and what had to be done to it. */
export function AccentPreview({ derived }: { derived: DerivedAccent }) {
  const { t } = useTranslation();
  const { light, dark, changed } = derived;
  return (
    <div>
      {(["light", "dark"] as const).map((theme) =>
        changed[theme] ? (
          <Notice key={theme} icon={Palette} tone="info">
            {t(`admin-company:accent.changed.${theme}`, { colour: derived[theme].accent })}
          </Notice>
        ) : null,
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Swatch tokens={light} ground="#ffffff" ink="#14201b" label={t("admin-company:accent.onLight")} />
        <Swatch tokens={dark} ground="#161e1b" ink="#e8f0ec" label={t("admin-company:accent.onDark")} />
      </div>
    </div>
  );
}

function Swatch({ tokens: { accent, accentInk, accentSoft, accentText }, ground, ink, label }: { tokens: AccentTokens; ground: string; ink: string; label: string }) {
  const { t } = useTranslation();
  return (
    <figure className="rounded-card border border-line-strong p-4" style={{ background: ground, color: ink }}>
      <figcaption className="mb-3 text-s font-semibold">{label}</figcaption>
      <p className="mb-3 inline-block rounded-field px-4 py-2 text-s font-semibold" style={{ background: accent, color: accentInk }}>
        {t("admin-company:accent.sampleButton")}
      </p>
      <p className="rounded-field px-3 py-2 text-s" style={{ background: accentSoft, color: accentText }}>
        {t("admin-company:accent.sampleText")}
      </p>
    </figure>
  );
}
