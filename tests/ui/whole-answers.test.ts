import { describe, expect, it } from "vitest";
import { askForWhole } from "~/ui/whole-answers";

/** A server that sends the first half and then waits for ever. */
const half: typeof fetch = async (_input, init) => {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode("half"));
      init?.signal?.addEventListener("abort", () => controller.error(init.signal?.reason));
    },
  });
  return new Response(body, { headers: { "Content-Type": "text/x-script; charset=utf-8" } });
};

describe("a page's data", () => {
  it("comes whole, as it was sent", async () => {
    const sent = () => new Response("[1]", { status: 422, headers: { "Content-Type": "text/x-script", "X-Remix-Response": "yes" } });
    const answer = await askForWhole(async () => sent())("/");
    expect([answer.status, answer.headers.get("X-Remix-Response"), await answer.text()]).toEqual([422, "yes", "[1]"]);
  });

  it("is no answer at all to whoever moved on while it came", async () => {
    const gone = new AbortController();
    const asked = askForWhole(half)("/", { signal: gone.signal });
    gone.abort();
    await expect(asked).rejects.toMatchObject({ name: "AbortError" });
  });

  it("holds nothing else back", async () => {
    const file = new Response("bytes");
    expect(await askForWhole(async () => file)("/")).toBe(file);
  });
});
