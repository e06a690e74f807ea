import { Printer } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "~/locales/texts";
import { Button } from "~/ui/button";

/** Without script the browser's own menu prints. */
export function PrintButton() {
  const { t } = useTranslation();
  const [hasScript, setHasScript] = useState(false);
  useEffect(() => setHasScript(true), []);
  if (!hasScript) return null;
  return (
    <Button look="primary" icon={Printer} onClick={() => window.print()}>
      {t("admin-joining:cards.print")}
    </Button>
  );
}
