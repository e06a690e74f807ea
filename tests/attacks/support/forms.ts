import { Parser } from "htmlparser2";

/** A form of a page, with what it would send if nothing were typed. */
export interface PageForm {
  /** Path and query that it is sent to. */
  action: string;
  fields: [name: string, value: string][];
  /** Names of its file fields. */
  files: string[];
  /** Names of the fields that people type texts into, passwords apart. */
  typed: string[];
}

/** Every form of a page that changes something. @param address of the page: forms without an address are sent to it */
export function readForms(html: string, address: string): PageForm[] {
  const forms: PageForm[] = [];
  let form: PageForm | null = null;
  let select: { name: string; value: string | null } | null = null;
  let textarea: { name: string; text: string } | null = null;
  const parser = new Parser({
    onopentag(name, at) {
      if (name === "form") form = at.method?.toLowerCase() === "post" ? { action: at.action ?? address, fields: [], files: [], typed: [] } : null;
      if (!form) return;
      if ((name === "input" || name === "button") && at.name) {
        if (at.type === "file") form.files.push(at.name);
        else if (!["checkbox", "radio"].includes(at.type ?? "") || "checked" in at) form.fields.push([at.name, at.value ?? ""]);
      }
      if (at.name && (name === "textarea" || (name === "input" && ["text", "email", "url", "search", "tel"].includes(at.type ?? "text")))) form.typed.push(at.name);
      if (name === "select" && at.name) select = { name: at.name, value: null };
      if (name === "option" && select && (select.value === null || "selected" in at)) select.value = at.value ?? "";
      if (name === "textarea" && at.name) textarea = { name: at.name, text: "" };
    },
    ontext(text) {
      if (textarea) textarea.text += text;
    },
    onclosetag(name) {
      if (name === "select" && select && form) form.fields.push([select.name, select.value ?? ""]);
      if (name === "textarea" && textarea && form) form.fields.push([textarea.name, textarea.text]);
      if (name === "select") select = null;
      if (name === "textarea") textarea = null;
      if (name === "form" && form) {
        forms.push(form);
        form = null;
      }
    },
  });
  parser.end(html);
  return forms;
}
