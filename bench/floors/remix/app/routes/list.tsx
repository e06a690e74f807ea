import { Link, useLoaderData } from "@remix-run/react";
import { pool } from "../pool.server";

interface Item {
  id: string;
  title: string;
  text: string;
  publishedAt: Date;
}

/** F1: one statement, twenty cards, nothing else. */
export async function loader() {
  const { rows } = await pool.query<Item>({
    name: "list",
    text: `SELECT m.id, t.title, left(t.body, 420) AS text, m.published_at AS "publishedAt"
      FROM (SELECT message_id FROM message_audience WHERE department_id = (SELECT id FROM department WHERE parent_id IS NULL)
            ORDER BY published_at DESC, message_id DESC LIMIT 20) AS newest
      JOIN message m ON m.id = newest.message_id
      JOIN variant v ON v.message_id = m.id AND v.department_id IS NULL
      JOIN variant_text t ON t.variant_id = v.id AND t.language = 'it'
      ORDER BY m.published_at DESC`,
  });
  return { items: rows };
}

export default function List() {
  const { items } = useLoaderData<typeof loader>();
  return (
    <main>
      <h1>Twenty cards</h1>
      {items.map(({ id, title, text, publishedAt }) => (
        <article key={id} className="rounded-l border border-line bg-surface p-5 shadow-card">
          <h2 className="text-xl">
            <Link to={`/messages/${id}`}>{title}</Link>
          </h2>
          <time dateTime={publishedAt.toISOString()}>{publishedAt.toISOString().slice(0, 10)}</time>
          <p>{text}</p>
        </article>
      ))}
    </main>
  );
}
