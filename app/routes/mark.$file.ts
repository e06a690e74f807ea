import type { LoaderFunctionArgs } from "@remix-run/node";
import { findCompany } from "~/domain/people/company.server";
import { servePicture } from "~/web/pictures.server";
import { findSignedInPerson } from "~/web/session.server";

/** The company's mark, also before sign-in; no other picture leaves by this door. */
export async function loader(args: LoaderFunctionArgs) {
  await findSignedInPerson(args);
  const company = await findCompany();
  const isMark = company?.markPictureId && args.params.file === `${company.markPictureId}.webp`;
  return servePicture(isMark ? { id: company.markPictureId ?? "", file: "320.webp" } : {}, { isPublic: true });
}
