import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { LinkTabs } from "~/ui/page";
import type { ReaderMessage } from "../reading.server";

/** The versions of a message whose publisher opened all of them; nothing where there is only one's own. */
export function OpenVersions({ message }: { message: ReaderMessage }) {
  const { t } = useTranslation();
  const { id, versions, ownVariantId, variantId } = message;
  if (versions.length < 2) return null;
  const name = (departmentName: string | null) => departmentName ?? t("messages:reader.core");
  const shown = versions.find((version) => version.id === variantId);
  return (
    <>
      <LinkTabs
        label={t("messages:reader.versions")}
        tabs={versions.map((version) => ({
          to: paths.message(id, version.id === ownVariantId ? undefined : { version: version.id }),
          label: version.id === ownVariantId ? `${name(version.departmentName)} (${t("messages:reader.own")})` : name(version.departmentName),
          current: version.id === variantId,
        }))}
      />
      {shown && variantId !== ownVariantId && (
        <p className="text-s text-ink-2">{t("messages:reader.otherVersion", { department: name(shown.departmentName) })}</p>
      )}
    </>
  );
}
