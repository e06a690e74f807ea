import { MalformedMultipart, multipartBoundary, readMultipart, type PartHead, type PartSink } from "./multipart";

export interface UploadRules {
  /** The form's file fields. A file under another name is refused. */
  readonly fileFields: readonly string[];
  /** Bytes of one file. Default 10 MB. */
  readonly maxFileBytes?: number;
  /** Bytes of one text field. Default 256 KB. */
  readonly maxFieldBytes?: number;
}

export interface UploadedFile {
  readonly bytes: Buffer;
  /** As the sender calls it, without folders. For showing only: never a path, never a type. */
  readonly name: string;
}

export interface Upload {
  /** The text fields, as typed; also when a file beside them was refused. */
  readonly formData: FormData;
  /** The files that were chosen and taken, by field. */
  readonly files: ReadonlyMap<string, UploadedFile>;
  /** Field to catalogue key; "" is the whole form. Empty when all is well. */
  readonly errors: Record<string, string>;
}

const megabyte = 1024 * 1024;
const maxParts = 500;
/** Read (and thrown away) beyond what is taken, so that a browser gets the answer instead of a cut connection. */
const maxBodyBytes = 64 * megabyte;

/**
 * Reads a form that may carry files, taking only what the rules allow. Whatever is sent, it does not
 * throw: what is wrong is named by field, and what was typed is kept. Lengths that the sender declares
 * count for nothing but an early end.
 */
export async function parseUpload(request: Request, rules: UploadRules): Promise<Upload> {
  const collected = new Collected(rules);
  const contentType = request.headers.get("content-type") ?? "";
  const boundary = multipartBoundary(contentType);
  try {
    if (Number(request.headers.get("content-length")) > maxBodyBytes) throw new BodyTooLarge();
    const body = capped(request.body);
    if (boundary !== null) await readMultipart(body, boundary, (head) => collected.open(head));
    else if (/^application\/x-www-form-urlencoded\b/i.test(contentType)) await collected.takeUrlEncoded(body);
    else throw new MalformedMultipart("content type");
    return collected.upload();
  } catch (error) {
    // A body that breaks off (the sender went away) has no class of its own.
    return collected.upload(error instanceof BodyTooLarge ? "studio-files:upload.bodyTooLarge" : "studio-files:upload.malformed");
  }
}

class BodyTooLarge extends Error {}

async function* capped(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  let size = 0;
  if (!body) return;
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxBodyBytes) throw new BodyTooLarge();
    yield chunk;
  }
}

/** What was taken so far: parts are closed when the body ends. */
class Collected {
  readonly #errors = new Map<string, string>();
  readonly #texts: { name: string; chunks: Buffer[] }[] = [];
  readonly #files = new Map<string, { name: string; chunks: Buffer[] }>();
  #parts = 0;

  constructor(readonly rules: UploadRules) {}

  open({ name, fileName }: PartHead): PartSink {
    if (++this.#parts > maxParts) throw new MalformedMultipart("too many parts");
    const isFileField = this.rules.fileFields.includes(name);
    if (fileName === null && !isFileField) return this.#openText(name);
    // A text under a file field's name, or the other way round, is not what the form sends.
    if (fileName === null || !isFileField) return this.#refuse(isFileField ? name : "", "studio-files:upload.unexpected");
    if (this.#files.has(name)) return this.#refuse(name, "studio-files:upload.onlyOne");
    const file = { name: baseName(fileName), chunks: [] };
    this.#files.set(name, file);
    return this.#fill(file.chunks, name, this.rules.maxFileBytes ?? 10 * megabyte, "studio-files:upload.tooLarge");
  }

  #openText(name: string): PartSink {
    const text = { name, chunks: [] };
    this.#texts.push(text);
    return this.#fill(text.chunks, name, this.rules.maxFieldBytes ?? megabyte / 4, "studio-files:upload.fieldTooLong");
  }

  #fill(chunks: Buffer[], field: string, maxBytes: number, messageKey: string): PartSink {
    let room = maxBytes;
    return (bytes) => {
      // Copied: a view of a few bytes would keep the whole chunk that it came in.
      if (bytes.length <= room) chunks.push(Buffer.from(bytes));
      else this.#refuse(field, messageKey);
      room = bytes.length <= room ? room - bytes.length : 0;
    };
  }

  #refuse(field: string, messageKey: string): PartSink {
    if (!this.#errors.has(field)) this.#errors.set(field, messageKey);
    return () => {};
  }

  async takeUrlEncoded(body: AsyncIterable<Uint8Array>): Promise<void> {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of body) {
      size += chunk.byteLength;
      if (size > 4 * megabyte) throw new BodyTooLarge();
      chunks.push(chunk);
    }
    for (const [name, value] of new URLSearchParams(Buffer.concat(chunks).toString("utf8"))) {
      // Such a form sends a file's name in place of the file; an empty one means that none was chosen.
      if (value === "" && this.rules.fileFields.includes(name)) continue;
      this.open({ name, fileName: null })(Buffer.from(value));
    }
  }

  upload(formError?: string): Upload {
    if (formError) this.#refuse("", formError);
    const formData = new FormData();
    for (const { name, chunks } of this.#texts) formData.append(name, Buffer.concat(chunks).toString("utf8"));
    const files = new Map<string, UploadedFile>();
    for (const [field, { name, chunks }] of this.#files) {
      const bytes = Buffer.concat(chunks);
      // An empty file field is sent as a file without name and bytes: nothing was chosen.
      if (bytes.length === 0 && name !== "" && !formError) this.#refuse(field, "studio-files:upload.empty");
      if (bytes.length > 0 && !formError && !this.#errors.has(field)) files.set(field, { name, bytes });
    }
    return { formData, files, errors: Object.fromEntries(this.#errors) };
  }
}

function baseName(fileName: string): string {
  return (fileName.split(/[/\\]/).pop() ?? "").replace(/\p{C}/gu, "").slice(0, 200);
}
