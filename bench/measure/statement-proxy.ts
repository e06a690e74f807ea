import { connect, createServer, type Socket } from "node:net";
import { onEnd } from "../stage/cleanup";

/** Frontend messages that make the server run something: Execute and Query (PostgreSQL protocol 3, "Message Formats"). */
const EXECUTE = "E".charCodeAt(0);
const QUERY = "Q".charCodeAt(0);

export interface StatementProxy {
  /** The database's address through the proxy. */
  url: string;
  /** Statements that passed so far; BEGIN and COMMIT count. */
  count(): number;
  stop(): Promise<void>;
}

/** Stands between a process and PostgreSQL and counts the statements, whatever library sends them. */
export async function startStatementProxy(databaseUrl: string): Promise<StatementProxy> {
  const target = new URL(databaseUrl);
  let statements = 0;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const database = connect(Number(target.port), target.hostname);
    const watch = watchMessages((type) => {
      if (type === EXECUTE || type === QUERY) statements++;
    });
    client.on("data", watch);
    client.pipe(database).pipe(client);
    for (const socket of [client, database]) {
      open.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        open.delete(socket);
        client.destroy();
        database.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = async () => {
    server.close();
    for (const socket of open) socket.destroy();
  };
  onEnd(stop);
  const address = server.address();
  const url = new URL(databaseUrl);
  url.port = String(typeof address === "object" && address ? address.port : 0);
  return { url: url.href, count: () => statements, stop };
}

/** Calls `see` with each message's type as the bytes come in, however they are cut. The first message has no type. */
function watchMessages(see: (type: number) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  let isStarted = false;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const typeBytes = isStarted ? 1 : 0;
      if (rest.length < typeBytes + 4) return;
      const length = typeBytes + rest.readInt32BE(typeBytes);
      if (rest.length < length) return;
      if (isStarted) see(rest[0]!);
      isStarted = true;
      rest = rest.subarray(length);
    }
  };
}
