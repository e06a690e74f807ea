/**
 * Why a picture was not taken.
 * - type: by its content none of the formats that are read here (JPEG, PNG, WebP, AVIF, GIF)
 * - too-large: more bytes than allowed
 * - too-many-pixels: would unpack to more than is decoded here, or is longer than any screen shows
 * - broken: named a format and then did not keep to it, or ended early
 */
export type PictureRefusal = "type" | "too-large" | "too-many-pixels" | "broken";

const sentences: Record<PictureRefusal, string> = {
  type: "studio-files:picture.type",
  "too-large": "studio-files:picture.tooLarge",
  "too-many-pixels": "studio-files:picture.tooManyPixels",
  broken: "studio-files:picture.broken",
};

export class PictureRefused extends Error {
  override name = "PictureRefused";
  /** The catalogue key of the sentence for people. */
  readonly messageKey: string;

  constructor(readonly reason: PictureRefusal) {
    super(reason);
    this.messageKey = sentences[reason];
  }
}
