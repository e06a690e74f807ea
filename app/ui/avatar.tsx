import { paths } from "~/paths";

/** Photos are stored as squares of this many pixels. */
const PHOTO_WIDTH = 320;
const GROUNDS = ["bg-message-soft text-message", "bg-share-soft text-share", "bg-forum-soft text-forum", "bg-pulse-soft text-pulse", "bg-win-soft text-win"];

/** "GR" for Giulia Rossi: by graphemes, so that accents and emoji stay whole. */
export function initialsOf(givenName: string, familyName: string): string {
  return [givenName, familyName].map((name) => [...name.trim()][0] ?? "").join("").toLocaleUpperCase();
}

/** A person's photo, else their initials on a ground that stays theirs. Beside their name, so hidden from screen readers. */
export function Avatar({ givenName, familyName, photo, size = 34 }: { givenName: string; familyName: string; photo?: string | null; size?: number }) {
  if (photo) {
    return <img src={paths.picture(photo, PHOTO_WIDTH, "webp")} alt="" width={size} height={size} loading="lazy" decoding="async" className="shrink-0 rounded-full object-cover" />;
  }
  const sum = [...(givenName + familyName)].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return (
    <span
      aria-hidden
      className={`inline-flex shrink-0 items-center justify-center rounded-full font-bold ${GROUNDS[sum % GROUNDS.length]}`}
      style={{ width: size, height: size, fontSize: size * 0.36 }}
    >
      {initialsOf(givenName, familyName)}
    </span>
  );
}
