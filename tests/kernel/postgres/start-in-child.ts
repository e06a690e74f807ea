import { startPostgres } from "~/kernel/postgres/supervisor.server";

/** Starts the server, prints its address and keeps it until the process is killed. */
export default async function start(dataFolder: string): Promise<void> {
  const say = (message: string) => console.log(message);
  try {
    const { url } = await startPostgres({ dataFolder, log: { info: say, warn: say }, durable: false });
    console.log(`running at ${url}`);
    setInterval(() => {}, 60_000);
  } catch (error) {
    console.log(`${(error as Error).name}: ${(error as Error).message}`);
  }
}
