import { ArrowDown, ArrowUp, Plus, Trash2, type LucideIcon } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "~/locales/texts";
import { isLanguage, LANGUAGE_NAMES } from "~/locales/i18n";
import { Button } from "~/ui/button";
import { SelectField, TextArea, type FormState } from "~/ui/field";
import type { CaptionCount } from "../post";
import type { CaptionRow } from "../post-form";

interface CaptionFieldsProps {
  rows: CaptionRow[];
  networks: readonly string[];
  languages: readonly string[];
  /** How full a network's post is with a text: with link, hashtags and disclosure. */
  count(network: string, text: string): CaptionCount;
  errors?: Record<string, string>;
  /** Rows were added, moved or removed: no field reports that. */
  onArrange(): void;
}

type Keyed = CaptionRow & { key: number };

/**
 * The suggested texts. Without script there is one empty row to fill, and each row's buttons send the
 * form, which moves or removes it while saving; with script they act at once and counts follow typing.
 */
export function CaptionFields({ rows, networks, languages, count, errors = {}, onArrange }: CaptionFieldsProps) {
  const { t } = useTranslation();
  const blank = { id: "", network: "", language: rows.at(-1)?.language ?? languages[0] ?? "", text: "" };
  const [state, setState] = useState(() => ({ next: rows.length + 1, rows: [...rows, blank].map((row, key): Keyed => ({ ...row, key })) }));
  const edit = (change: (rows: Keyed[]) => Keyed[]) => setState((before) => ({ ...before, rows: change(before.rows) }));
  const arrange = (change: (rows: Keyed[]) => Keyed[]) => {
    edit(change);
    onArrange();
  };
  const move = (at: number, to: number) =>
    arrange((before) => {
      const row = before[at];
      return row && to >= 0 && to < before.length ? before.toSpliced(at, 1).toSpliced(to, 0, row) : before;
    });
  return (
    <div className="space-y-4">
      {state.rows.map((row, at) => (
        <Row
          key={row.key}
          row={row}
          at={at}
          last={state.rows.length - 1}
          {...{ networks, languages, count }}
          error={{ errors: fieldErrors(errors, at) }}
          onChange={(changed) => edit((before) => before.map((each) => (each.key === row.key ? { ...each, ...changed } : each)))}
          onMove={(by) => move(at, at + by)}
          onRemove={() => arrange((before) => before.filter((each) => each.key !== row.key))}
        />
      ))}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button
          type="submit"
          icon={Plus}
          onClick={(event) => {
            event.preventDefault();
            setState((before) => ({ next: before.next + 1, rows: [...before.rows, { ...blank, key: before.next }] }));
          }}
        >
          {t("studio-library:captions.add")}
        </Button>
        <p className="text-xs text-ink-3">{t("studio-library:captions.emptyHint")}</p>
      </div>
    </div>
  );
}

/** `captions.2.text` of the whole form as this row's `captionText`. */
function fieldErrors(errors: Record<string, string>, at: number): Record<string, string> {
  const own = (["text", "network", "language"] as const).flatMap((field) => {
    const error = errors[`captions.${at}.${field}`];
    return error ? [[`caption${field[0]?.toUpperCase()}${field.slice(1)}`, error] as const] : [];
  });
  return Object.fromEntries(own);
}

interface RowProps extends Pick<CaptionFieldsProps, "networks" | "languages" | "count"> {
  row: Keyed;
  at: number;
  last: number;
  error: FormState;
  onChange(changed: Partial<CaptionRow>): void;
  onMove(by: number): void;
  onRemove(): void;
}

function Row({ row, at, last, networks, languages, count, error, onChange, onMove, onRemove }: RowProps) {
  const { t } = useTranslation();
  const number = at + 1;
  return (
    <fieldset className="rounded-card border border-line bg-surface p-4">
      <legend className="sr-only">{t("studio-library:captions.label", { number })}</legend>
      <input type="hidden" name="captionId" value={row.id} />
      <div className="mb-3 grid gap-3 sm:grid-cols-2">
        <SelectField
          name="captionNetwork"
          label={t("studio-library:captions.network")}
          choices={[{ value: "", label: t("studio-library:captions.any") }, ...networks.map((value) => ({ value, label: t(`networks:name.${value}`) }))]}
          state={error}
          defaultValue={row.network}
          onChange={(event) => onChange({ network: event.currentTarget.value })}
        />
        <SelectField
          name="captionLanguage"
          label={t("studio-library:captions.language")}
          choices={languages.map((value) => ({ value, label: isLanguage(value) ? LANGUAGE_NAMES[value] : value }))}
          state={error}
          defaultValue={row.language}
          onChange={(event) => onChange({ language: event.currentTarget.value })}
        />
      </div>
      <TextArea
        name="captionText"
        label={t("studio-library:captions.label", { number })}
        rows={3}
        lang={row.language}
        maxLength={3_000}
        state={error}
        defaultValue={row.text}
        onInput={(event) => onChange({ text: event.currentTarget.value })}
        aside={row.text.trim() && <Room row={row} networks={networks} count={count} />}
      />
      <div className="mt-2 flex gap-1">
        <RowButton icon={ArrowUp} wish={`up:${at}`} label={t("studio-library:captions.up", { number })} disabled={at === 0} onPress={() => onMove(-1)} />
        <RowButton icon={ArrowDown} wish={`down:${at}`} label={t("studio-library:captions.down", { number })} disabled={at === last} onPress={() => onMove(1)} />
        <RowButton icon={Trash2} wish={`remove:${at}`} label={t("studio-library:captions.remove", { number })} onPress={onRemove} />
      </div>
    </fieldset>
  );
}

function RowButton({ icon: Icon, wish, label, disabled, onPress }: { icon: LucideIcon; wish: string; label: string; disabled?: boolean; onPress(): void }) {
  return (
    <button
      type="submit"
      name="arrange"
      value={wish}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={(event) => {
        event.preventDefault();
        onPress();
      }}
      className="inline-flex size-11 items-center justify-center rounded-field text-ink-2 hover:bg-sunken hover:text-ink disabled:opacity-40 md:size-9"
    >
      <Icon aria-hidden size={17} />
    </button>
  );
}

/** How much room is left on its network; for a text that serves all, where it does not fit. */
function Room({ row, networks, count }: { row: CaptionRow; networks: readonly string[]; count: CaptionFieldsProps["count"] }) {
  const { t, i18n } = useTranslation();
  if (row.network) {
    const { used, limit, problem } = count(row.network, row.text);
    const write = new Intl.NumberFormat(i18n.language).format;
    const hint = problem && t(`networks:problem.${problem}`, { excess: write(Math.max(0, used - limit)) });
    return (
      <p className={`tabular ${problem ? "text-danger" : ""}`}>
        {t("studio-library:captions.count", { used: write(used), limit: write(limit) })}
        {hint && ` · ${hint}`}
      </p>
    );
  }
  const tight = networks.filter((network) => count(network, row.text).problem).map((network) => t(`networks:name.${network}`));
  if (tight.length === 0) return <p>{t("studio-library:captions.fitsAll")}</p>;
  const list = new Intl.ListFormat(i18n.language).format(tight);
  return <p className="text-forum">{t("studio-library:captions.tooLongFor", { networks: list })}</p>;
}
