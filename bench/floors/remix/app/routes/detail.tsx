import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { pool } from "../pool.server";

interface Item {
  title: string;
  body: string;
  publishedAt: Date;
}

/** F2: one statement, one text, nothing else. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { rows } = await pool.query<Item>({
    name: "detail",
    text: `SELECT t.title, t.body, m.published_at AS "publishedAt"
      FROM message m
      JOIN variant v ON v.message_id = m.id AND v.department_id IS NULL
      JOIN variant_text t ON t.variant_id = v.id AND t.language = 'it'
      WHERE m.id = $1::uuid`,
    values: [params.id],
  });
  if (!rows[0]) throw new Response(null, { status: 404 });
  return rows[0];
}

export default function Detail() {
  const { title, body, publishedAt } = useLoaderData<typeof loader>();
  return (
    <main>
      <Link to="/">Back</Link>
      <article className="rounded-l border border-line bg-surface p-5 shadow-card">
        <h1>{title}</h1>
        <time dateTime={publishedAt.toISOString()}>{publishedAt.toISOString().slice(0, 10)}</time>
        {body.split("\n\n").map((paragraph, nth) => (
          <p key={nth}>{paragraph}</p>
        ))}
      </article>
    </main>
  );
}
