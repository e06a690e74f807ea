import type { ReactNode } from "react";
import type { State } from "../judging";
import { StateChip } from "./state-chip";

/** One matter of the installation: how it is, in figures, and what to do about it. */
export function Matter({ title, state, figures, advice, children }: { title: string; state: State; figures: [label: string, value: ReactNode][]; advice?: string; children?: ReactNode }) {
  return (
    <section className="rounded-card border border-line bg-surface p-5 shadow-card">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2>{title}</h2>
        <StateChip state={state} />
      </div>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {figures.map(([label, value]) => (
          <div key={label} className="flex items-baseline justify-between gap-4 border-b border-line pb-1.5">
            <dt className="text-s text-ink-2">{label}</dt>
            <dd className="text-right font-medium tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      {advice && <p className="mt-3 max-w-[70ch] text-s text-ink-2">{advice}</p>}
      {children}
    </section>
  );
}
