import { csvSeparator, writeCsv } from "~/kernel/csv";
import { textsIn } from "~/locales/catalogues.server";
import type { Actor } from "~/policy/actor";
import { listAllBlocks } from "./blocks.server";
import { getItem } from "./items.server";
import { cellsOf, columnsOf, wholeCells } from "./item-table";

/** The table of a message or post as the page shows it, all levels in one. Two statements. @throws NotFound */
export async function writeItemCsv(actor: Actor, id: string): Promise<string> {
  const [item, blocks] = await Promise.all([getItem(actor, id), listAllBlocks(actor, id)]);
  const t = textsIn(actor.language);
  const format = new Intl.NumberFormat(actor.language);
  const number = (value: number) => format.format(value);
  const rows = blocks.map((block) => cellsOf(t, number, item, block.path.join(" / "), block));
  return writeCsv([columnsOf(t, item), wholeCells(t, number, item), ...rows], csvSeparator(actor.language));
}
