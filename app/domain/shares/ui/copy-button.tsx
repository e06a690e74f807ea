import { Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "~/locales/texts";
import { Button } from "~/ui/button";

/** Copies the whole text; shown only where there is a clipboard. */
export function CopyButton({ text }: { text: string }) {
  const { t } = useTranslation();
  const [state, setState] = useState<"hidden" | "ready" | "copied">("hidden");
  useEffect(() => setState(navigator.clipboard ? "ready" : "hidden"), []);
  if (state === "hidden") return null;
  return (
    <Button icon={Copy} onClick={() => void navigator.clipboard.writeText(text).then(() => setState("copied"))}>
      <span aria-live="polite">{state === "copied" ? t("share:handedOver.copied") : t("share:form.copy")}</span>
    </Button>
  );
}
