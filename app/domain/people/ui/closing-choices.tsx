import { useTranslation } from "~/locales/texts";
import { checked, type FormState } from "~/ui/field";

interface ClosingChoicesProps {
  change: { messagesToCome: number; messagesScheduled: number; postsToCome: number; postsOnOffer: number; rolesOwn: number };
  /** The name of the department that it is joined into. */
  into: string;
  state?: FormState;
}

/** What was for the department alone: asked where there is something. What comes up meanwhile goes along, and roles end. */
export function ClosingChoices({ change, into, state }: ClosingChoicesProps) {
  const { t } = useTranslation();
  const hasContents = change.messagesToCome + change.postsToCome > 0;
  return (
    <>
      {hasContents ? (
        <Choice name="contents" state={state} stored="along" legend={t("admin-departments:close.contents")}
          hint={[
            change.messagesToCome > 0 && t("admin-departments:close.messages", { count: change.messagesToCome }),
            change.messagesScheduled > 0 && t("admin-departments:close.scheduled", { count: change.messagesScheduled }),
            change.postsToCome > 0 && t("admin-departments:close.posts", { count: change.postsToCome }),
            change.postsOnOffer > 0 && t("admin-departments:close.onOffer", { count: change.postsOnOffer }),
          ].filter(Boolean).join(" ")}
          along={t("admin-departments:close.contentsAlong", { into })} end={t("admin-departments:close.contentsEnd")}
        />
      ) : (
        <input type="hidden" name="contents" value="along" />
      )}
      {change.rolesOwn > 0 ? (
        <Choice name="roles" state={state} stored="end" legend={t("admin-departments:close.roles")} hint={t("admin-departments:close.rolesCount", { count: change.rolesOwn })}
          along={t("admin-departments:close.rolesAlong", { into })} end={t("admin-departments:close.rolesEnd")}
        />
      ) : (
        <input type="hidden" name="roles" value="end" />
      )}
    </>
  );
}

function Choice({ name, state, stored, legend, hint, along, end }: { name: string; state?: FormState; stored: string; legend: string; hint: string; along: string; end: string }) {
  const { t } = useTranslation();
  const error = state?.errors?.[name];
  return (
    <fieldset aria-describedby={`${name}-hint`}>
      <legend className="text-s font-semibold">{legend}</legend>
      <p id={`${name}-hint`} className="mb-1 text-xs text-ink-3">{hint}</p>
      {([["along", along], ["end", end]] as const).map(([value, label]) => (
        <label key={value} className="flex min-h-11 items-center gap-3 md:min-h-9">
          <input type="radio" name={name} value={value} defaultChecked={checked(state, name, value, value === stored)} className="size-5 shrink-0 accent-(--accent)" />
          {label}
        </label>
      ))}
      {error && <p className="text-s text-danger">{t(error)}</p>}
    </fieldset>
  );
}
