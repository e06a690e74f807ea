import type { ReactElement } from "react";

/** Looks a sentence up in the catalogue `mail`, in the reader's language. */
export type Translate = (key: string, values?: Record<string, string | number>) => string;

/** What every mail needs to know. */
export interface Frame {
  company: {
    /** As people say it: "Aurora". */
    name: string;
    /** #rrggbb; null means Vouch's own. */
    accent: string | null;
  };
  /** The public address without a trailing slash. */
  baseUrl: string;
  /** The reader's language: "ro". */
  language: string;
  t: Translate;
  /** The reader's, or a placeholder such as `{{givenName}}` in a mail to many. */
  givenName: string;
}

/** A composed mail: what kernel/mail/render takes. */
export interface MailDraft {
  /** "password-reset". */
  template: string;
  language: string;
  subject: string;
  body: ReactElement;
}

/** An absolute address of the product. */
export function address({ baseUrl }: Frame, path: string): string {
  return `${baseUrl}${path}`;
}
