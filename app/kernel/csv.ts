/** Tables as CSV (RFC 4180) that a spreadsheet opens as text: with a byte-order mark, and never as formulas. */

/** Excel expects a semicolon wherever a comma parts whole numbers from decimals. */
export function csvSeparator(language: string): "," | ";" {
  return new Intl.NumberFormat(language).format(1.5).includes(",") ? ";" : ",";
}

/** What a spreadsheet would calculate: these signs first, also behind blanks, and lines that begin anew. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** The table, each line ended by CR LF. Cells that look like formulas get an apostrophe in front, which spreadsheets take as "text". */
export function writeCsv(rows: readonly (readonly string[])[], separator: "," | ";"): string {
  const cell = (text: string) => {
    const safe = FORMULA.test(text) ? `'${text}` : text;
    return /[",;\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\ufeff${rows.map((row) => `${row.map(cell).join(separator)}\r\n`).join("")}`;
}
