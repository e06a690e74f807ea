import { files } from "~/kernel/files.server";
import { pictureKey } from "~/kernel/pictures/storing.server";

const idPattern = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;
const filePattern = /^([1-9]\d{0,3})\.(webp|avif)$/;

/**
 * A picture's file, for `/pictures/<id>/<width>.<format>`. Only files that were made here are served, by
 * the type they were made in. The route decides who may look; `isPublic` says whether shared caches
 * may keep the answer as well. Without statements: the id is random and its files never change.
 */
export async function servePicture(
  params: { id?: string | undefined; file?: string | undefined },
  { isPublic = false } = {},
): Promise<Response> {
  const id = params.id ?? "";
  const [, width, format] = filePattern.exec(params.file ?? "") ?? [];
  if (!idPattern.test(id) || (format !== "webp" && format !== "avif")) return missing();
  const bytes = await files().getFile(pictureKey(id, Number(width), format));
  if (!bytes) return missing();
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": `image/${format}`,
      "content-length": String(bytes.length),
      "content-disposition": "inline",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": `${isPublic ? "public" : "private"}, max-age=31536000, immutable`,
    },
  });
}

function missing(): Response {
  return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
}
