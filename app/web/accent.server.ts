import type { RequestHandler } from "express";
import { accentStyles } from "~/domain/people/accent";

/**
 * The company's colour as a style sheet, for `/accent/0b6b50.css`. The colour stands in the address, so
 * that it needs no statement and is kept by browsers for good.
 */
export const answerAccent: RequestHandler = (request, response) => {
  const [, colour] = /^([0-9a-f]{6})\.css$/.exec(request.params.file ?? "") ?? [];
  if (!colour) return void response.status(404).type("text/plain").send("There is no such file.\n");
  response.set("Cache-Control", "public, max-age=31536000, immutable").type("text/css").send(accentStyles(`#${colour}`));
};
