/** What differs from reader to reader in a mail that is rendered once for many. */
export type MailParams = Record<string, string>;

const PLACEHOLDER = /\{\{(\w+)\}\}/g;
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g;
const LONGEST_SUBJECT = 250;

/**
 * Puts the parameters in the place of `{{name}}`. In one pass, so that a value is never searched for
 * placeholders; a name without a parameter stays as it was written, since it is somebody's text.
 */
function fill(template: string, params: MailParams, write: (value: string) => string): string {
  return template.replace(PLACEHOLDER, (placeholder, name: string) =>
    Object.hasOwn(params, name) ? write(params[name]!.replace(CONTROL, " ")) : placeholder,
  );
}

/** Values stand in the text as they are, but on one line. */
export function fillText(template: string, params: MailParams): string {
  return fill(template, params, (value) => value);
}

/** Values can stand between tags and inside quoted attributes. */
export function fillHtml(template: string, params: MailParams): string {
  return fill(template, params, escapeHtml);
}

/** One line of at most 250 characters: no value, and no title either, can begin another header. */
export function fillSubject(template: string, params: MailParams): string {
  const line = fillText(template, params).replace(CONTROL, " ").replace(/ {2,}/g, " ").trim();
  const characters = [...line];
  return characters.length > LONGEST_SUBJECT ? `${characters.slice(0, LONGEST_SUBJECT - 1).join("")}…` : line;
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}
