import { Eye, EyeOff } from "lucide-react";
import { useEffect, useState, type ComponentProps } from "react";
import { useTranslation } from "~/locales/texts";
import { TextField } from "./field";

/** A password, typed hidden. With script it can be looked at before it is sent. */
export function PasswordField(props: ComponentProps<typeof TextField>) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const [hasScript, setHasScript] = useState(false);
  useEffect(() => setHasScript(true), []);
  const Icon = shown ? EyeOff : Eye;
  return (
    <div>
      <TextField {...props} type={shown ? "text" : "password"} autoCapitalize="none" spellCheck={false} />
      {hasScript && (
        <button type="button" onClick={() => setShown(!shown)} className="mt-1 flex min-h-9 items-center gap-1.5 text-s text-ink-2 hover:text-ink">
          <Icon aria-hidden size={16} />
          {shown ? t("auth:password.hide") : t("auth:password.show")}
        </button>
      )}
    </div>
  );
}
