import { Invalid } from "~/kernel/errors";
import type { z } from "zod";

export type FormValues = Record<string, string | string[]>;
/** Field name → catalogue key; "" is the whole form. */
export type FieldErrors = Record<string, string>;

export type ParsedForm<T> = { ok: true; value: T; values: FormValues } | { ok: false; errors: FieldErrors; values: FormValues };

/** More than any form of ours has; a longer one is somebody trying. */
const MAX_FIELDS = 500;

/** More bytes than any form of ours sends: a message in four languages with a version for every department. */
const MAX_BYTES = 2 * 1024 * 1024;
/** Read (and thrown away) beyond that, so that a browser gets the answer instead of a cut connection. */
const MAX_READ_BYTES = 64 * 1024 * 1024;

/** The request's form, without files. @throws Invalid when the body is no form, or is longer than any form of ours. */
export async function readForm(request: Request): Promise<FormData> {
  const headers = { "Content-Type": request.headers.get("Content-Type") ?? "" };
  try {
    return await new Response(await readAtMost(request.body, MAX_BYTES), { headers }).formData();
  } catch {
    throw new Invalid({ "": "errors:form.unreadable" });
  }
}

/** Counted as it comes, whatever length was announced: nobody makes the server hold more. @throws RangeError */
async function readAtMost(body: ReadableStream<Uint8Array> | null, most: number): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const chunk of (body ?? []) as unknown as AsyncIterable<Uint8Array<ArrayBuffer>>) {
    size += chunk.byteLength;
    if (size <= most) chunks.push(chunk);
    else chunks.length = 0;
    if (size > MAX_READ_BYTES) break;
  }
  if (size > most) throw new RangeError("The form is too long.");
  return new Blob(chunks);
}

/**
 * Reads a form with the module's schema. Repeated names become arrays; a schema that wants an array
 * gets one also for a single value. Messages of the schema are catalogue keys.
 */
export function parseForm<T>(schema: z.ZodType<T>, formData: FormData): ParsedForm<T> {
  const values = formValues(formData);
  const parsed = schema.safeParse(values);
  if (parsed.success) return { ok: true, value: parsed.data, values };
  const errors: FieldErrors = {};
  for (const issue of parsed.error.issues) {
    const field = issue.path.map(String).join(".");
    errors[field] ??= issue.message.includes(":") ? issue.message : "errors:field.invalid";
  }
  return { ok: false, errors, values };
}

/** Every typed value of the form; files are left out. */
export function formValues(formData: FormData): FormValues {
  const values: FormValues = Object.create(null) as FormValues;
  let count = 0;
  for (const [name, value] of formData) {
    if (++count > MAX_FIELDS) throw new Invalid({ "": "errors:form.tooMany" });
    if (typeof value !== "string") continue;
    // PostgreSQL can't hold a zero byte, and browsers send line ends as CR LF.
    const text = value.replaceAll("\0", "").replaceAll("\r\n", "\n");
    const before = values[name];
    values[name] = before === undefined ? text : Array.isArray(before) ? [...before, text] : [before, text];
  }
  return values;
}

/**
 * Runs a domain verb for a form: what the verb finds wrong (Invalid) comes back as field errors
 * beside what was typed.
 */
export async function attempt<T>(values: FormValues, verb: () => Promise<T>): Promise<{ ok: true; result: T } | { ok: false; errors: FieldErrors; values: FormValues }> {
  try {
    return { ok: true, result: await verb() };
  } catch (error) {
    if (error instanceof Invalid) return { ok: false, errors: error.fields, values };
    throw error;
  }
}
