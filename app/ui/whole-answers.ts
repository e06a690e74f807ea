/**
 * Asks for a page's data and hands it on when all of it has come. Remix decodes while it still comes, and
 * whoever moves on in that moment leaves an error on the console of a page where nothing went wrong. Read
 * whole, such an answer ends where every other one that nobody waits for ends.
 * @param ask the browser's own fetch
 */
export function askForWhole(ask: typeof fetch): typeof fetch {
  return async (input, init) => {
    const answer = await ask(input, init);
    const isPageData = answer.headers.get("Content-Type")?.startsWith("text/x-script") ?? false;
    if (!isPageData || !answer.body) return answer;
    return new Response(await answer.arrayBuffer(), { status: answer.status, statusText: answer.statusText, headers: answer.headers });
  };
}
