import { useNavigation } from "@remix-run/react";
import type { LucideIcon } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { Link } from "./link";

type Look = "primary" | "secondary" | "quiet" | "danger";

const SHAPE =
  "inline-flex items-center justify-center gap-2 rounded-field px-3.5 md:px-4 min-h-11 md:min-h-10 text-s font-semibold text-center no-underline transition-colors disabled:opacity-60 disabled:cursor-not-allowed";

const LOOKS: Record<Look, string> = {
  primary: "bg-accent text-accent-ink hover:brightness-110",
  secondary: "bg-surface text-ink border border-line-strong hover:bg-sunken",
  quiet: "text-ink-2 hover:text-ink hover:bg-sunken",
  danger: "bg-surface text-danger border border-danger hover:bg-danger-soft",
};

interface ButtonLook {
  look?: Look;
  icon?: LucideIcon;
  children: ReactNode;
  className?: string;
}

function Inside({ icon: Icon, children }: Pick<ButtonLook, "icon" | "children">) {
  return (
    <>
      {Icon && <Icon aria-hidden size={18} className="shrink-0" />}
      <span>{children}</span>
    </>
  );
}

export function Button({ look = "secondary", icon, children, className = "", type = "button", ...rest }: ButtonLook & ComponentProps<"button">) {
  return (
    <button type={type} className={`${SHAPE} ${LOOKS[look]} ${className}`} {...rest}>
      <Inside icon={icon}>{children}</Inside>
    </button>
  );
}

/** Sends its form, and shows that it is under way. `busy` is the text meanwhile. */
export function SubmitButton({ look = "primary", icon, children, busy, className = "", ...rest }: ButtonLook & { busy?: ReactNode } & Omit<ComponentProps<"button">, "type">) {
  const navigation = useNavigation();
  // Only the form that is being sent shows it: compared by its address and the button's own value.
  const sending =
    navigation.state !== "idle" &&
    navigation.formData !== undefined &&
    (rest.name === undefined || navigation.formData.get(rest.name) === rest.value) &&
    (rest.formAction === undefined || navigation.formAction === rest.formAction);
  return (
    <button type="submit" className={`${SHAPE} ${LOOKS[look]} ${className}`} aria-disabled={sending || undefined} {...rest}>
      <Inside icon={icon}>{sending && busy ? busy : children}</Inside>
    </button>
  );
}

export function LinkButton({ look = "secondary", icon, children, className = "", ...rest }: ButtonLook & ComponentProps<typeof Link>) {
  return (
    <Link className={`${SHAPE} ${LOOKS[look]} ${className}`} {...rest}>
      <Inside icon={icon}>{children}</Inside>
    </Link>
  );
}
