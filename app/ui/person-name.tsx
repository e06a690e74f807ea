import type { ReactNode } from "react";
import { paths } from "~/paths";
import { Link } from "./link";

/** Stands in a text where a person's name goes: t("…", { name: NAME }). */
export const NAME = "\u{F0000}";

interface PersonNameProps {
  /** The person's id while their profile opens; null of those who have left, who are only named. */
  profile: string | null | undefined;
  children: ReactNode;
}

/** A person's name, which leads to their profile. */
export function PersonName({ profile, children }: PersonNameProps) {
  if (!profile) return <span className="font-semibold">{children}</span>;
  return (
    <Link to={paths.profile(profile)} className="inline-block min-h-6 font-semibold text-ink no-underline hover:underline">
      {children}
    </Link>
  );
}

/** A text with a person's name in it. */
export function Named({ text, ...person }: PersonNameProps & { text: string }) {
  const [before, ...after] = text.split(NAME);
  return (
    <>
      {before}
      {after.length > 0 && <PersonName {...person} />}
      {after.join("")}
    </>
  );
}
