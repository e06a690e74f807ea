import { z } from "zod";
import { id, ids, optionalId, optionalText, text } from "~/kernel/fields";
import { LONGEST_WIN, MOST_THANKED } from "./limits";

/** Who and what for; a value or a picture makes it more than a small one. The id comes with the form: sent twice, it is one. */
export const thanksForm = z
  .object({
    id,
    person: ids,
    team: ids,
    text: text(LONGEST_WIN),
    value: optionalId,
    pictureAlt: optionalText(300),
  })
  .superRefine(({ person, team }, context) => {
    const count = person.length + team.length;
    if (count === 0) context.addIssue({ code: "custom", path: ["q"], message: "wins:thank.nobody" });
    if (count > MOST_THANKED) context.addIssue({ code: "custom", path: ["q"], message: "wins:thank.tooMany" });
  });

export const winChange = z.object({
  revision: optionalText(9).transform(Number),
  text: text(LONGEST_WIN),
  value: optionalId,
});

export type ThanksForm = z.infer<typeof thanksForm>;
export type WinChange = z.infer<typeof winChange>;
