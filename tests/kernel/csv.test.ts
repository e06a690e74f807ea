import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvSeparator, writeCsv } from "~/kernel/csv";

/** Reads RFC 4180 back, as a spreadsheet does. */
function readCsv(text: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  let [cell, quoted] = ["", false];
  const body = text.replace(/^\ufeff/, "");
  for (let i = 0; i < body.length; i++) {
    const sign = body[i]!;
    if (quoted && sign === '"' && body[i + 1] === '"') [cell, i] = [cell + '"', i + 1];
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === separator) [cell] = ["", rows.at(-1)!.push(cell)];
    else if (!quoted && sign === "\r" && body[i + 1] === "\n") {
      rows.at(-1)!.push(cell);
      rows.push([]);
      [cell, i] = ["", i + 1];
    } else cell += sign;
  }
  return rows.slice(0, -1);
}

describe("writeCsv", () => {
  it("brings every cell through, and starts none as a formula", () => {
    const signs = fc.string({ unit: fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", '"', ";", ",", " ", "a", "1", "ș", "＝") });
    const table = fc.array(fc.array(signs, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(table, fc.constantFrom(";" as const, "," as const), (rows, separator) => {
        const read = readCsv(writeCsv(rows, separator), separator);
        expect(read.map((row) => row.length)).toEqual(rows.map((row) => row.length));
        for (const [y, row] of rows.entries())
          for (const [x, text] of row.entries()) {
            expect([text, `'${text}`]).toContain(read[y]![x]);
            expect(read[y]![x]).not.toMatch(/^\s*[=+\-@＝]/);
            expect(read[y]![x]).not.toMatch(/^[\t\r\n]/);
          }
      }),
    );
  });

  it("begins with a byte-order mark and parts cells as the language's spreadsheets expect", () => {
    expect(writeCsv([["a", "b"]], ";")).toBe("\ufeffa;b\r\n");
    expect(["en", "it", "ro", "ru"].map(csvSeparator)).toEqual([",", ";", ";", ";"]);
  });
});
