import { query, type Tx } from "~/kernel/db.server";
import { log } from "~/kernel/log.server";
import { sql } from "~/kernel/sql";
import { isSlug } from "../links";
import { SlugTable } from "./slug-table";

export const LINK_CHANNEL = "vouch_link";
const PAGE = 20_000;
/** Serials are drawn before their rows are committed, so a few below the last one seen may still come. */
const OVERLAP = 1_000;
const RETRY_MS = 2_000;

interface LinkRow {
  serial: number;
  slug: string;
  target: string;
}

const table = new SlugTable();
let lastSerial = 0;
let loading: Promise<void> | null = null;

/** Tells every web process of a new link when the caller's transaction commits. */
export async function announceLink(tx: Tx, link: { slug: string; targetUrl: string }): Promise<void> {
  const payload = JSON.stringify([link.slug, link.targetUrl]);
  // A very long address does not fit a notification; processes then find it in the database.
  if (Buffer.byteLength(payload) < 7_800) await tx.$executeRaw`SELECT pg_notify(${LINK_CHANNEL}, ${payload})`;
}

export function hearLink(payload: string): void {
  const [slug, target] = JSON.parse(payload) as [string, string];
  if (isSlug(slug)) table.add(slug, target);
}

/** Reads the links that this process does not hold yet, in the background; tries again while the database is away. */
export function loadLinks(): Promise<void> {
  return (loading ??= readNewLinks()
    .catch((error: unknown) => {
      log.warn({ err: error }, "short links could not be loaded yet");
      setTimeout(() => void loadLinks(), RETRY_MS).unref();
    })
    .finally(() => {
      loading = null;
    }));
}

async function readNewLinks(): Promise<void> {
  let from = Math.max(0, lastSerial - OVERLAP);
  for (;;) {
    const rows = await query<LinkRow>(sql`
      SELECT serial, slug, target_url AS target FROM link WHERE serial > ${from}::bigint ORDER BY serial LIMIT ${PAGE}`);
    for (const row of rows) table.add(row.slug, row.target);
    const last = rows.at(-1);
    if (!last) return;
    from = last.serial;
    lastSerial = Math.max(lastSerial, last.serial);
  }
}

/**
 * Where a slug leads. Held links need no database; one that is not held is asked for there.
 * @returns null when there is no such link. @throws when the database is away and the link is not held
 */
export async function findTarget(slug: string): Promise<string | null> {
  if (!isSlug(slug)) return null;
  const held = table.find(slug);
  if (held) return held;
  const rows = await query<{ target: string }>(sql`SELECT target_url AS target FROM link WHERE slug = ${slug}`);
  const target = rows[0]?.target ?? null;
  if (target) table.add(slug, target);
  return target;
}

/** How many links this process holds. */
export const countHeldLinks = () => table.size;
