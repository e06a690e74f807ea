import { useTranslation } from "~/locales/texts";
import type { JoinCard } from "../cards.server";

/** One card: whose it is, the code to scan, and what to type where it can't be. White also in the dark: it is paper. */
export function JoinCardSheet({ card: { name, departmentName, personnelNumber, code, qr, words } }: { card: JoinCard }) {
  const { t } = useTranslation();
  return (
    <article className="break-inside-avoid rounded-card border border-dashed border-[#6b7771] bg-[#ffffff] p-4 text-[#14201b]">
      <header className="flex items-baseline justify-between gap-3">
        <h2 className="min-w-0">{name}</h2>
        <span className="shrink-0 text-xs">{departmentName}</span>
      </header>
      <div className="mt-2 flex gap-4">
        <div role="img" aria-label={t("admin-joining:card.qr", { name })} className="size-32 shrink-0 [&>svg]:size-full" dangerouslySetInnerHTML={{ __html: qr }} />
        <div className="min-w-0 text-xs">
          <p className="text-s font-semibold">{words.title}</p>
          <ol className="mt-1 list-decimal space-y-0.5 pl-4">
            {words.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <p className="mt-2">
            {words.personnelNumber} <strong className="text-s">{personnelNumber}</strong>
          </p>
        </div>
      </div>
      <p className="mt-2 border-t border-[#c9d2cd] pt-2 text-xs [overflow-wrap:anywhere]">
        {words.byHand} <strong className="font-mono text-s whitespace-nowrap">{code}</strong>
        <span className="block">{words.valid}</span>
      </p>
    </article>
  );
}
