import net from "node:net";
import { afterAll } from "vitest";

/** A wire to a server that can be cut, and mended at the same address. */
export interface Proxy {
  /** The same address as given, by way of the wire. */
  url: string;
  /** Everything on it breaks off, and nothing gets through until it is mended. */
  cut(): Promise<void>;
  mend(): Promise<void>;
}

export async function startProxy(to: string): Promise<Proxy> {
  const target = new URL(to);
  const sockets = new Set<net.Socket>();
  let server: net.Server | undefined;
  let port = 0;
  const listen = () =>
    new Promise<void>((resolve, reject) => {
      server = net.createServer((client) => {
        const upstream = net.connect(Number(target.port), target.hostname);
        for (const socket of [client, upstream]) {
          sockets.add(socket);
          socket.on("error", () => socket.destroy());
          socket.on("close", () => {
            sockets.delete(socket);
            client.destroy();
            upstream.destroy();
          });
        }
        client.pipe(upstream).pipe(client);
      });
      server.once("error", reject);
      server.listen(port, "127.0.0.1", () => {
        port = (server!.address() as net.AddressInfo).port;
        resolve();
      });
    });
  await listen();
  const proxy: Proxy = {
    url: Object.assign(new URL(to), { hostname: "127.0.0.1", port: String(port) }).href,
    async cut() {
      const closed = new Promise((resolve) => server!.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    mend: listen,
  };
  return proxy;
}

/** For `useSystem({ via })`: the processes reach their database by this wire, the tests by their own. */
export function useProxy() {
  let proxy: Proxy | undefined;
  afterAll(() => proxy?.cut().catch(() => undefined));
  return {
    via: async (url: string) => (proxy = await startProxy(url)).url,
    cut: () => proxy!.cut(),
    mend: () => proxy!.mend(),
  };
}
