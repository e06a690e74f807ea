import { Form } from "@remix-run/react";
import { Trash2 } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { SubmitButton } from "~/ui/button";

/** Throws a draft away; asked twice, by opening it first. */
export function DiscardForm({ messageId }: { messageId: string }) {
  const { t } = useTranslation();
  return (
    <details className="text-s">
      <summary className="inline-flex min-h-9 items-center text-ink-2 underline underline-offset-2">{t("studio-messages:discard.open")}</summary>
      <Form method="post" action={paths.messagePublication(messageId)} className="mt-2 space-y-3">
        <p>{t("studio-messages:discard.text")}</p>
        <SubmitButton name="intent" value="discard" look="danger" icon={Trash2}>
          {t("studio-messages:discard.button")}
        </SubmitButton>
      </Form>
    </details>
  );
}
