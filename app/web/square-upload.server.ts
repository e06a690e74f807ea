import { PictureRefused } from "~/kernel/pictures/picture-refused";
import { placeSquare } from "~/kernel/pictures/square.server";
import type { PlacedPicture } from "~/kernel/pictures/storing.server";
import { StorageFailed, StorageFull } from "~/kernel/files.server";
import { parseUpload } from "./uploads.server";

/** A form with one small picture (a photo, a mark): what is wrong with it is named at its field. */
export async function readSquare(request: Request, field: string, fit: "cover" | "contain"): Promise<{ formData: FormData; errors: Record<string, string>; picture?: PlacedPicture }> {
  const { formData, files, errors } = await parseUpload(request, { fileFields: [field] });
  const file = files.get(field);
  if (!file) return { formData, errors };
  try {
    return { formData, errors, picture: await placeSquare(file.bytes, fit) };
  } catch (error) {
    if (error instanceof PictureRefused || error instanceof StorageFull || error instanceof StorageFailed) return { formData, errors: { ...errors, [field]: error.messageKey } };
    throw error;
  }
}
