import { bluesky } from "./bluesky";
import { facebook } from "./facebook";
import { instagram } from "./instagram";
import { linkedin } from "./linkedin";
import { mail } from "./mail";
import { mastodon } from "./mastodon";
import { type Network, type NetworkId, networkIds } from "./network";
import { reddit } from "./reddit";
import { threads } from "./threads";
import { whatsapp } from "./whatsapp";
import { x } from "./x";

export const networks: Readonly<Record<NetworkId, Network>> = {
  linkedin,
  bluesky,
  mastodon,
  threads,
  x,
  facebook,
  instagram,
  whatsapp,
  reddit,
  mail,
};

/** The networks to offer: first the person's own in their order, then the rest in ours, each once. */
export function orderNetworks(chosen: readonly NetworkId[] = []): NetworkId[] {
  return [...new Set([...chosen, ...networkIds])];
}
