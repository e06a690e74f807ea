import type { CountCaption } from "~/domain/library/post";
import type { CompanyProfile } from "~/domain/people/company.server";
import { networks } from "./networks/all";
import { isNetwork } from "./networks/network";
import { composeShareText } from "./share-text";

/**
 * Counts a library's caption as it would leave: with disclosure, hashtags and a short link, as each
 * network counts. A caption that fits here can be shared as it is.
 * @param link a short link as people outside see it; its length is what matters
 */
export function captionCounter({ name, shortName }: Pick<CompanyProfile, "name" | "shortName">, link: string): CountCaption {
  return ({ network, text }, { language, hashtags, disclosure }) => {
    // Sent by no page of ours. The form's own check refuses it; here it must only be shown again.
    if (!isNetwork(network)) return { used: text.length, limit: 0 };
    const words = composeShareText({
      words: text,
      disclosure: { companyName: name, shortName, language, phrases: [disclosure] },
      link,
      network: networks[network],
      hashtags: hashtags.split(" "),
    });
    const { used, limit, problem } = networks[network].count(words);
    return { used, limit, problem };
  };
}
