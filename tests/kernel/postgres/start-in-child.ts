import { startPostgres } from "~/kernel/postgres/supervisor.server";

/** Starts the server, prints its address and keeps it until the process is killed. */
export default async function start(dataFolder: string): Promise<void> {
  const say = (message: string) => void process.stdout.write(`${message}\n`);
  try {
    const { url } = await startPostgres({ dataFolder, log: { info: say, warn: say }, durable: false });
    say(`running at ${url}`);
    setInterval(() => {}, 60_000);
  } catch (error) {
    say(`${(error as Error).name}: ${(error as Error).message}`);
  }
}
