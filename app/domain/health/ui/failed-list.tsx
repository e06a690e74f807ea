import { Form } from "@remix-run/react";
import { RotateCcw } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "~/locales/texts";
import { SubmitButton } from "~/ui/button";

export interface FailedItem {
  id: string;
  title: ReactNode;
  /** For the button's name: which one it tries again. */
  label: string;
  reason: string;
  aside: ReactNode;
}

/** What was given up, each with its reason and a button that tries it again. */
export function FailedList({ what, items }: { what: "job" | "mail"; items: FailedItem[] }) {
  const { t } = useTranslation();
  if (items.length === 0) return null;
  return (
    <div className="mt-4">
      <ul className="divide-y divide-line rounded-field border border-line">
        {items.map(({ id, title, label, reason, aside }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3">
            <div className="min-w-0 flex-1 basis-64">
              <p className="font-medium break-words">{title}</p>
              <p className="text-s text-ink-2">{reason}</p>
              <p className="text-xs text-ink-3">{aside}</p>
            </div>
            <Form method="post" preventScrollReset>
              <input type="hidden" name="what" value={what} />
              <SubmitButton name="id" value={id} look="secondary" icon={RotateCcw} aria-label={t("admin-health:retryOne", { what: label })}>
                {t("admin-health:retry")}
              </SubmitButton>
            </Form>
          </li>
        ))}
      </ul>
      {items.length > 1 && (
        <Form method="post" preventScrollReset className="mt-3">
          <SubmitButton name="what" value={`${what}s`} look="secondary" icon={RotateCcw}>
            {t(`admin-health:retryAll.${what}`)}
          </SubmitButton>
        </Form>
      )}
    </div>
  );
}
