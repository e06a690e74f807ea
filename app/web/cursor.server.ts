import { z } from "zod";

/** Where a list goes on: after the item of this moment and id. */
export interface Cursor {
  at: string;
  id: string;
}

const cursor = z.tuple([z.iso.datetime({ offset: true }), z.uuid()]);

/** The cursor in the address (`after`); one that can't be read means the beginning. */
export function readCursor(request: Request): Cursor | undefined {
  return parseCursor(new URL(request.url).searchParams.get("after"));
}

/** The same from its text. */
export function parseCursor(text: string | null): Cursor | undefined {
  if (!text) return undefined;
  const parsed = cursor.safeParse(text.split("~"));
  return parsed.success ? { at: parsed.data[0], id: parsed.data[1] } : undefined;
}

export function writeCursor({ at, id }: { at: Date | string; id: string }): string {
  return `${new Date(at).toISOString()}~${id}`;
}
