import type { Sent } from "./sending";

export interface SentFile {
  name: string;
  fileName: string;
  type: string;
  bytes: Buffer;
}

/** A form with files as a browser sends it, from our own pages. */
export function multipart(origin: string, fields: readonly (readonly [string, string])[], ...files: SentFile[]): Pick<Sent, "body" | "headers"> {
  const boundary = `----vouch${crypto.randomUUID()}`;
  const parts = [
    ...fields.map(([name, value]) => Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)),
    ...files.flatMap(({ name, fileName, type, bytes }) => [
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="${fileName}"\r\nContent-Type: ${type}\r\n\r\n`),
      bytes,
      Buffer.from("\r\n"),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ];
  return { body: Buffer.concat(parts), headers: { Origin: origin, "Content-Type": `multipart/form-data; boundary=${boundary}` } };
}
