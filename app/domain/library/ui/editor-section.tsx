import type { ReactNode } from "react";

/** A part of the editor; `id` is where the list of what is missing leads. */
export function EditorSection({ id, title, lead, children }: { id: string; title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-4 space-y-4 border-t border-line pt-5 first-of-type:border-0 first-of-type:pt-0">
      <div>
        <h2 id={`${id}-title`}>{title}</h2>
        {lead && <p className="text-s text-ink-3">{lead}</p>}
      </div>
      {children}
    </section>
  );
}
