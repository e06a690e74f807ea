import type { I18n } from "~/locales/i18n";

/** What an entry's sentence is made of. */
export interface Acted {
  action: string;
  actor: string | null;
  kind: string;
  subject: string | null;
}

/** An entry's sentence in pieces, so that names can lead somewhere. */
export type SentencePiece = string | { name: "who" | "what"; text: string };

/** Stand in the sentence where the names go, until it is taken apart. */
const MARK = { who: "\u{F0001}", what: "\u{F0002}" } as const;
const MARKED = /([\u{F0001}\u{F0002}])/u;
const key = (action: string) => `admin-audit:act.${action}`;

/** What kind of thing it was done to, in words; as it is called in the record where there are none. */
export function kindText({ t, exists }: I18n, kind: string): string {
  return exists(`admin-audit:kind.${kind}`) ? t(`admin-audit:kind.${kind}`) : kind;
}

/** An action without who and what, for choosing it from a list. */
export function actionName({ t, exists }: I18n, action: string): string {
  return exists(key(action)) ? t(key(action), { who: "…", what: "…" }) : action;
}

/** Who did what to what. An action without a sentence is called as it is in the record. */
export function sentencePieces(i18n: I18n, { action, actor, kind, subject }: Acted): SentencePiece[] {
  const who = { name: "who", text: actor ?? i18n.t("admin-audit:nobody") } as const;
  const what = { name: "what", text: subject ?? kindText(i18n, kind) } as const;
  if (!i18n.exists(key(action))) return [who, ` ${action}: `, what];
  return i18n.t(key(action), MARK).split(MARKED).filter(Boolean).map((piece) => (piece === MARK.who ? who : piece === MARK.what ? what : piece));
}

/** The same as one text. */
export function sentenceOf(i18n: I18n, acted: Acted): string {
  return sentencePieces(i18n, acted).map((piece) => (typeof piece === "string" ? piece : piece.text)).join("");
}
