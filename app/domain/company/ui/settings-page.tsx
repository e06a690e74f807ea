import type { ReactNode } from "react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { PageHead } from "~/ui/page";

/** One matter of the company's settings. */
export function SettingsPage({ matter, children }: { matter: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHead
        crumb={{ to: paths.companySettings(), label: t("admin-company:title") }}
        title={t(`admin-company:${matter}.title`)}
        lead={t(`admin-company:${matter}.lead`)}
      />
      <div className="max-w-2xl space-y-5">{children}</div>
    </>
  );
}

/** Which state of the settings the form shows. */
export function Version({ version }: { version: number }) {
  return <input type="hidden" name="version" value={version} />;
}
