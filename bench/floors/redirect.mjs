// F4: looks a slug up, writes the click down for good, and redirects. Clicks that arrive while a commit is under way
// share the next one (group commit).
import { createServer } from "node:http";
import pg from "pg";

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
await pool.query("CREATE TABLE IF NOT EXISTS bench.click (slug text NOT NULL, clicked_at timestamptz NOT NULL DEFAULT now())");

/** @type {{slug: string, done: () => void, failed: (error: unknown) => void}[]} */
let waiting = [];
let isWriting = false;

async function write() {
  isWriting = true;
  while (waiting.length > 0) {
    const group = waiting;
    waiting = [];
    await pool
      .query({ name: "click", text: "INSERT INTO bench.click (slug) SELECT unnest($1::text[])", values: [group.map(({ slug }) => slug)] })
      .then(() => group.forEach(({ done }) => done()), (error) => group.forEach(({ failed }) => failed(error)));
  }
  isWriting = false;
}

function click(slug) {
  return new Promise((done, failed) => {
    waiting.push({ slug, done, failed });
    if (!isWriting) void write();
  });
}

const server = createServer(async (request, response) => {
  try {
    const slug = request.url.slice("/l/".length);
    const { rows } = await pool.query({ name: "slug", text: "SELECT target_url FROM link WHERE slug = $1", values: [slug] });
    if (!rows[0]) return response.writeHead(404).end();
    await click(slug);
    response.writeHead(302, { Location: rows[0].target_url, "Content-Length": "0" }).end();
  } catch {
    response.writeHead(500).end();
  }
});
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}`));
process.once("SIGTERM", () => process.exit(0));
