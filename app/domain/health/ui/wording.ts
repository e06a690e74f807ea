import { useTranslation } from "~/locales/texts";
import { MINUTE } from "~/kernel/clock";

const KIB = 1024;
const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

/** Bytes with the unit that leaves few digits: "14.2 GB". */
export function useBytes(): (bytes: number) => string {
  const { i18n } = useTranslation();
  return (bytes) => {
    const step = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log2(Math.max(1, bytes)) / 10)));
    return new Intl.NumberFormat(i18n.language, { style: "unit", unit: UNITS[step], maximumFractionDigits: 1 }).format(bytes / KIB ** step);
  };
}

/** Milliseconds in whole seconds below two minutes, else in whole minutes. */
export function useDuration(): (ms: number) => string {
  const { i18n } = useTranslation();
  return (ms) => {
    const [value, unit] = ms < 2 * MINUTE ? [ms / 1000, "second"] : [ms / MINUTE, "minute"];
    return new Intl.NumberFormat(i18n.language, { style: "unit", unit, unitDisplay: "long", maximumFractionDigits: 0 }).format(value);
  };
}

/** What a carrier's last word means, for whoever can mend it. */
export function useMailReason(): (code: string | null) => string {
  const { t } = useTranslation();
  return (code) => {
    if (code === "address_unusable" || code === "resend_refused_this_mail" || /^smtp_55\d$/.test(code ?? "")) return t("admin-health:mailFailure.address");
    if (code === "abandoned") return t("admin-health:mailFailure.abandoned");
    if (/api_key|eauth|smtp_53\d|restricted/.test(code ?? "")) return t("admin-health:mailFailure.key");
    if (/rate_limit|quota/.test(code ?? "")) return t("admin-health:mailFailure.limit");
    return t("admin-health:mailFailure.carrier", { code: code ?? "–" });
  };
}
