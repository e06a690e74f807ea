import { workOnImport } from "~/domain/people/import.job.server";
import { connect, disconnect } from "~/kernel/db.server";
import "~/wiring.server";

/** Does what a worker does for one import, until it is killed or there is nothing to do. */
export default async function work(databaseUrl: string, importId: string): Promise<void> {
  connect(databaseUrl);
  await workOnImport.run({ importId });
  await disconnect();
}
