// Verifies an export of the audit (JSON lines): npm run verify-audit -- FILE [HEAD]
// Needs neither the database nor anything installed. HEAD is the last entry's hash, as the audit page shows it: with it
// also a cut end is found. Ends with 0 when the chain is whole, 1 when it is not, 2 when it can't be read.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

/** Object keys sorted, no spaces: as app/kernel/json.ts writes what is hashed. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value !== null && typeof value === "object") {
    return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
  }
  return JSON.stringify(value);
}

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256"));

/**
 * @param lines the export's lines, one entry each
 * @param head hash of the last entry, when it is known
 * @returns how many entries there are and the last hash, or what is wrong first
 */
export async function verifyAudit(lines, head) {
  let previous = Buffer.alloc(32);
  let expected = 1n;
  let erased = 0;
  for await (const line of lines) {
    if (!line.trim()) continue;
    let entry;
    try {
      entry = JSON.parse(line);
      if (BigInt(entry.seq) !== expected) return { fault: `Entry ${expected} is missing or not in its place: entry ${entry.seq} stands there.` };
    } catch {
      return { fault: `What stands in the place of entry ${expected} is no entry.` };
    }
    const { seq, id, at, actor, action, subject, details, salt, detailsHash, hash } = entry;
    if (details === null && salt === null) erased++;
    else if (typeof salt !== "string" || details === null || sha256(Buffer.from(salt, "hex"), canonical(details)).digest("hex") !== detailsHash) {
      return { fault: `The details of entry ${seq} were changed.` };
    }
    const text = canonical({ seq, id, at, actor, action, subject, details: detailsHash });
    const own = sha256(previous, text).digest("hex");
    if (own !== hash) return { fault: `Entry ${seq} was changed, or the one before it.` };
    previous = Buffer.from(own, "hex");
    expected++;
  }
  const last = previous.toString("hex");
  if (head && last !== head.toLowerCase()) return { fault: `The end does not fit: the last entry here is ${expected - 1n} with the hash ${last}.` };
  return { entries: Number(expected - 1n), erased, head: last };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [file, head] = process.argv.slice(2);
  if (!file) {
    console.error("Say which file: npm run verify-audit -- FILE [HEAD]");
    process.exit(2);
  }
  try {
    const result = await verifyAudit(createInterface({ input: createReadStream(file), crlfDelay: Infinity }), head);
    if (result.fault) console.error(result.fault);
    else {
      console.log(`Whole: ${result.entries} entries, the details of ${result.erased} erased. The last hash is ${result.head}.`);
      if (!head) console.log("Compare it with the one on the audit page, or give it as HEAD: only then is a cut end found.");
    }
    process.exitCode = result.fault ? 1 : 0;
  } catch {
    console.error("The file can't be read.");
    process.exitCode = 2;
  }
}
