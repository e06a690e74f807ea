import { parseArgs } from "node:util";

export interface Options {
  /** A twentieth of the data and shorter runs. */
  isQuick: boolean;
  rounds: number;
  /** Where to write the report as JSON. */
  json: string | undefined;
  /** Print the table as Markdown. */
  isMarkdown: boolean;
  /** Measurements to make; all of them unless told. */
  only: string[];
  /** On which disk: the parent of the throw-away folder. */
  folder: string | undefined;
}

const FEWEST_ROUNDS = 3;

/** @throws Error with one line that says what can't be used */
export function readOptions(args: string[], measurements: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: "boolean", default: false },
      rounds: { type: "string", default: String(FEWEST_ROUNDS) },
      json: { type: "string" },
      markdown: { type: "boolean", default: false },
      only: { type: "string", multiple: true, default: [] },
      folder: { type: "string" },
    },
  });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < FEWEST_ROUNDS || rounds > 25) throw new Error(`--rounds takes a whole number from ${FEWEST_ROUNDS} to 25.`);
  const only = values.only.flatMap((names) => names.split(","));
  const unknown = only.filter((name) => !measurements.includes(name));
  if (unknown.length > 0) throw new Error(`--only takes ${measurements.join(", ")}; not ${unknown.join(", ")}.`);
  return { isQuick: values.quick, rounds, json: values.json, isMarkdown: values.markdown, only, folder: values.folder };
}
