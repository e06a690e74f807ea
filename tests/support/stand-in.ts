import { once } from "node:events";
import http from "node:http";
import net, { type AddressInfo, type Server, type Socket } from "node:net";

import type { FetchPolicy } from "~/kernel/http/destination.server";

/** A server on loopback that plays somebody outside, well or badly behaved. */
export interface StandIn {
  /** Host names end here too, whatever they are, when `policy` is used. */
  readonly origin: string;
  readonly port: number;
  /** Lets through this stand-in and nothing else; every name resolves to it. */
  readonly policy: FetchPolicy;
  /** Connections accepted so far. */
  connections(): number;
  close(): Promise<void>;
}

export async function startStandIn(answer: http.RequestListener): Promise<StandIn> {
  // Sloppy on purpose: hostile answers must be able to leave.
  return listen(http.createServer({ keepAliveTimeout: 0 }, answer));
}

/** For answers that are not HTTP at all. */
export async function startRawStandIn(answer: (socket: Socket) => void): Promise<StandIn> {
  return listen(net.createServer((socket) => void socket.on("error", () => {}).once("data", () => answer(socket))));
}

async function listen(server: Server): Promise<StandIn> {
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on("connection", (socket: Socket) => {
    connections++;
    sockets.add(socket.on("error", () => {}));
    socket.on("close", () => sockets.delete(socket));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    policy: { allowed: new Set([`127.0.0.1:${port}`]), resolve: async () => ["127.0.0.1"] },
    connections: () => connections,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
