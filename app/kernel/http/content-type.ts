/** A Content-Type header taken apart, both in lower case: "text/html; charset=UTF-8" → text/html, utf-8. */
export function parseContentType(header: string | undefined): { mediaType: string; charset: string | null } {
  const [mediaType = "", ...parameters] = (header ?? "").split(";").map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith("charset="))?.slice("charset=".length);
  return { mediaType, charset: charset?.replace(/^["']|["']$/g, "") || null };
}
