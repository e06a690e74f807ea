import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { networks, orderNetworks } from "~/domain/shares/networks/all";
import { findHashtags } from "~/domain/shares/networks/counting";
import { parseServer } from "~/domain/shares/networks/mastodon";
import { isNetwork, networkIds } from "~/domain/shares/networks/network";
import { anyText } from "./texts";

const family = "👨‍👩‍👧‍👦";
const handOff = { text: "Rye & “more” + 50 %\nл🥐", url: "https://aurora.example/s/k7wq3mzb", title: "The mill\nthat feeds", server: "mastodon.social" };

describe("counting", () => {
  it.each([
    ["linkedin", "abc", 3],
    ["linkedin", "🥐𝐛", 4],
    ["facebook", "хлеб", 4],
    ["x", `${family}🇮🇹`, 4],
    ["x", "パン https://example.com/very/long/address/of/a/post", 4 + 1 + 23],
    ["bluesky", `${family}🇮🇹👍🏽e\u0301`, 4],
    ["bluesky", "हिन्दी", Array.from(new Intl.Segmenter("hi").segment("हिन्दी")).length],
    ["threads", "bread", 5],
    ["threads", "хлеб", 4],
    ["threads", "👍", 4],
    ["threads", "👍🏽", 8],
    ["threads", family, 25],
    ["threads", "1️⃣", 7],
    ["mastodon", "bread", 5],
    ["mastodon", "see https://example.com/very/long/address/of/a/post.", 4 + 23 + 1],
    ["mastodon", "hi @giulia@mastodon.social", 10],
    ["mastodon", `${family}`, 1],
    ["reddit", "🥐a", 2],
    ["whatsapp", "🥐a", 3],
    ["mail", "ab", 2],
  ] as const)("%s counts %j as %i", (id, text, used) => {
    expect(networks[id].count(text)).toEqual({ used, limit: networks[id].limit, over: false });
  });

  it.each(networkIds)("%s takes its limit and not one more", (id) => {
    const { count, limit } = networks[id];
    expect(count("a".repeat(limit))).toMatchObject({ used: limit, over: false });
    expect(count("a".repeat(limit)).problem).toBeUndefined();
    expect(count("a".repeat(limit + 1))).toEqual({ used: limit + 1, limit, over: true, problem: "too_long" });
  });

  it("knows the second limits", () => {
    expect(networks.bluesky.count(family.repeat(130)).problem).toBe("too_many_bytes");
    expect(networks.instagram.count("#a #b #c #d #e").problem).toBeUndefined();
    expect(networks.instagram.count("#a #b #c #d #e #f").problem).toBe("too_many_hashtags");
    expect(networks.whatsapp.count("л".repeat(2_000)).problem).toBe("address_too_long");
    expect(networks.mastodon.count("л".repeat(2_000), 5_000)).toMatchObject({ limit: 5_000, over: false, problem: "address_too_long" });
  });

  it("finds hashtags as readers do", () => {
    expect(findHashtags("#rye, C# a#b https://example.com/#x #1 #1a (#хлеб) ＃パン &#39; ##x")).toEqual(["#rye", "#1a", "#хлеб", "＃パン", "#x"]);
  });

  it("never fails, and an ordinary letter more never counts less", () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...networkIds), (text, id) => {
        const used = networks[id].count(text).used;
        expect(Number.isInteger(used)).toBe(true);
        expect(networks[id].count(`${text} a`).used).toBeGreaterThanOrEqual(used);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("share addresses", () => {
  const text = "Rye%20%26%20%E2%80%9Cmore%E2%80%9D%20%2B%2050%20%25";
  const rest = "%D0%BB%F0%9F%A5%90";
  const url = "https%3A%2F%2Faurora.example%2Fs%2Fk7wq3mzb";

  it.each([
    ["linkedin", `https://www.linkedin.com/sharing/share-offsite/?url=${url}`],
    ["facebook", `https://www.facebook.com/sharer/sharer.php?u=${url}`],
    ["instagram", null],
    ["threads", `https://www.threads.com/intent/post?text=${text}%0A${rest}&url=${url}`],
    ["x", `https://x.com/intent/tweet?text=${text}%0A${rest}`],
    ["bluesky", `https://bsky.app/intent/compose?text=${text}%0A${rest}`],
    ["mastodon", `https://mastodon.social/share?text=${text}%0A${rest}`],
    ["whatsapp", `https://wa.me/?text=${text}%0A${rest}`],
    ["reddit", `https://www.reddit.com/submit?url=${url}&title=${text}%0A${rest}`],
    ["mail", `mailto:?subject=The%20mill%20that%20feeds&body=${text}%0D%0A${rest}`],
  ] as const)("%s", (id, address) => {
    expect(networks[id].composeShareUrl(handOff)).toBe(address);
  });

  it("say what they take, and the text is copied where they take none", () => {
    for (const network of Object.values(networks)) {
      const address = network.composeShareUrl(handOff) ?? "";
      expect(address.includes("Rye%20")).toBe(network.takes.text || network.takes.title && network.singleLine);
      expect(network.copiesText).toBe(!address.includes("Rye%20"));
      expect(address.includes(url)).toBe(network.takes.url);
    }
  });

  it("bring any text over unharmed", () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom("x", "bluesky", "mastodon", "whatsapp", "threads"), (words, id) => {
        const address = new URL(networks[id as "x"].composeShareUrl({ ...handOff, text: words }) ?? "");
        expect(address.searchParams.get("text")).toBe(words.replace(/\p{Surrogate}/gu, "\uFFFD"));
        expect(["x.com", "bsky.app", "mastodon.social", "wa.me", "www.threads.com"]).toContain(address.host);
      }),
    );
  });

  it.each([
    ["mastodon.social", "mastodon.social"],
    [" https://Mastodon.Social/@giulia ", "mastodon.social"],
    ["@giulia@social.example.org", "social.example.org"],
    ["пример.рф", "пример.рф"],
    ["localhost", null],
    ["127.0.0.1", null],
    ["evil.example/path?x=@good.example", "evil.example"],
    ["user:password@evil.example", "evil.example"],
    ["a b.example", null],
    ["javascript:alert(1)", null],
    ["", null],
  ])("a Mastodon server typed as %j is %j", (typed, server) => {
    expect(parseServer(typed)).toBe(server);
  });

  it("wait for the server's name on Mastodon", () => {
    expect(networks.mastodon.composeShareUrl({ ...handOff, server: undefined })).toBeNull();
  });
});

describe("the table of networks", () => {
  it("has each under its own name", () => {
    for (const id of networkIds) expect(networks[id].id).toBe(id);
    expect(isNetwork("linkedin")).toBe(true);
    for (const other of ["toString", "", null, 1, "LinkedIn"]) expect(isNetwork(other)).toBe(false);
  });

  it("offers a person's own first, each once", () => {
    expect(orderNetworks(["whatsapp", "x", "whatsapp"]).slice(0, 3)).toEqual(["whatsapp", "x", "linkedin"]);
    expect([...orderNetworks(["mail"])].sort()).toEqual([...networkIds].sort());
  });
});
