import { useTranslation } from "~/locales/texts";
import type { NetworkId } from "../networks/network";

/** What the network is called in the reader's language ("Mail" is the only one that changes). */
export function NetworkName({ network }: { network: NetworkId }) {
  const { t } = useTranslation("networks");
  return <>{t(`name.${network}`)}</>;
}
