import { Link, useFetcher } from "@remix-run/react";
import { CircleCheck, Copy, Info, Send, Share2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { SubmitButton } from "~/ui/button";
import { FormError, TextArea, TextField, typed, type FormState } from "~/ui/field";
import { useNumber } from "~/ui/moment";
import { disclosurePhrase, hasDisclosureInPlace, type DisclosureOptions } from "../disclosure";
import type { HandedOver } from "../handing-over.server";
import { networks } from "../networks/all";
import type { NetworkId } from "../networks/network";
import { composeShareText } from "../share-text";
import { pendingWindow, useCanShareFromDevice, useHandOff } from "./hand-off";

/** A suggested text, with how its writer says in its language that they work here. */
export interface StartingCaption {
  id: string;
  text: string;
  language: string;
  disclosure: DisclosureOptions;
}

export interface ShareFormProps {
  postId: string;
  title: string;
  network: NetworkId;
  hashtags: string[];
  disclosure: DisclosureOptions;
  captions: StartingCaption[];
  allTaken: boolean;
  /** The caption to begin with. */
  start: StartingCaption | null;
  link: string;
  slug: string;
  requestKey: string;
  server: string;
  state?: FormState;
  /** Tells the page what would leave now, for the preview. */
  onText: (text: string) => void;
}

type Answer = FormState & { handedOver?: HandedOver };

/** The edit box comes first; what is counted and previewed is exactly what is handed over. */
export function ShareForm(props: ShareFormProps) {
  const { t } = useTranslation();
  const number = useNumber();
  const fetcher = useFetcher<Answer>();
  const state: FormState | undefined = fetcher.data?.errors ? fetcher.data : props.state;
  const [words, setWords] = useState(() => typed(props.state, "words", props.start?.text ?? ""));
  const [captionId, setCaptionId] = useState(() => typed(props.state, "captionId", props.start?.id ?? ""));
  const canShareFromDevice = useCanShareFromDevice();
  const network = networks[props.network];
  const name = t(`networks:name.${props.network}`);
  const disclosureOf = (id: string) => props.captions.find((caption) => caption.id === id)?.disclosure ?? props.disclosure;
  const disclosure = disclosureOf(captionId);
  const compose = (text: string, by = disclosure) => composeShareText({ words: text, disclosure: by, link: props.link, network, hashtags: props.hashtags });
  const count = network.count(compose(words));
  useHandOff(fetcher);

  const change = (next: string, by = disclosure) => {
    setWords(next);
    props.onText(compose(next, by));
  };

  return (
    <fetcher.Form
      method="post"
      action={paths.sharePost(props.postId, props.network)}
      onSubmit={(event) => {
        event.preventDefault();
        const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
        const form = new FormData(event.currentTarget, button);
        form.set("respond", "data");
        pendingWindow.open(form.get("way") === "share_url");
        fetcher.submit(form, { method: "post", action: paths.sharePost(props.postId, props.network) });
      }}
    >
      <FormError state={state} />
      <input type="hidden" name="network" value={props.network} />
      <input type="hidden" name="slug" value={props.slug} />
      <input type="hidden" name="requestKey" value={props.requestKey} />
      <input type="hidden" name="captionId" value={captionId} />
      <TextArea
        label={t("share:form.words")}
        name="words"
        rows={7}
        state={state}
        value={words}
        onChange={(event) => change(event.target.value)}
        hint={<DisclosureHint words={words} disclosure={disclosure} />}
        aside={
          <span className={count.over ? "font-semibold text-danger" : ""} aria-live="polite">
            {t("share:form.count", { used: number(count.used), limit: number(count.limit) })}
          </span>
        }
      />
      {count.problem && <p className="mt-1 text-s text-danger">{t(`networks:problem.${count.problem}`, { excess: number(count.used - count.limit) })}</p>}
      {props.hashtags.length > 0 && <p className="mt-1 text-xs text-ink-3">{t("share:form.hashtags", { tags: props.hashtags.map((tag) => `#${tag}`).join(" ") })}</p>}
      {network.takes.server && (
        <TextField className="mt-4" label={t("networks:server.label")} hint={t("networks:server.hint")} name="server" state={state} defaultValue={props.server} inputMode="url" autoCapitalize="none" />
      )}
      <div className="mt-5 flex flex-wrap gap-2.5">
        {network.copiesText ? (
          <SubmitButton name="way" value="copy" icon={Copy}>
            {t("share:form.copyFor", { network: name })}
          </SubmitButton>
        ) : (
          <SubmitButton name="way" value="share_url" icon={Send}>
            {t("share:form.shareOn", { network: name })}
          </SubmitButton>
        )}
        {canShareFromDevice && (
          <SubmitButton look="secondary" name="way" value="share_sheet" icon={Share2}>
            {t("share:form.fromDevice")}
          </SubmitButton>
        )}
        {!network.copiesText && (
          <SubmitButton look="secondary" name="way" value="copy" icon={Copy}>
            {t("share:form.copy")}
          </SubmitButton>
        )}
      </div>
      <p className="mt-3 flex gap-2 text-xs text-ink-3">
        <Info aria-hidden size={16} className="shrink-0" />
        {t("share:form.noAccount")}
      </p>
      <Suggestions
        {...props}
        onChoose={(caption) => {
          setCaptionId(caption.id);
          change(caption.text, caption.disclosure);
        }}
      />
    </fetcher.Form>
  );
}

function DisclosureHint({ words, disclosure }: { words: string; disclosure: DisclosureOptions }) {
  const { t } = useTranslation();
  return (
    <span className="flex items-center gap-1.5">
      <CircleCheck aria-hidden size={15} className="shrink-0" />
      {hasDisclosureInPlace(words.trim(), disclosure) ? t("share:form.disclosed") : t("share:form.disclosing", { phrase: disclosurePhrase(disclosure) })}
    </span>
  );
}

/** Suggested texts, least used first. They are links too, so that choosing works without script. */
function Suggestions({ captions, allTaken, network, postId, onChoose }: Pick<ShareFormProps, "captions" | "allTaken" | "network" | "postId"> & { onChoose: (caption: StartingCaption) => void }) {
  const { t } = useTranslation();
  if (allTaken) return <p className="mt-5 text-s text-ink-2">{t("share:form.allTaken")}</p>;
  if (captions.length === 0) return null;
  return (
    <section className="mt-6">
      <h2 className="mb-3">{t("share:form.suggestions")}</h2>
      <ul className="grid gap-2.5 sm:grid-cols-2 lg:grid-cols-3">
        {captions.slice(0, 6).map((caption) => (
          <li key={caption.id}>
            <Link
              to={`${paths.sharePost(postId, network)}&caption=${caption.id}`}
              preventScrollReset
              lang={caption.language}
              onClick={(event) => {
                event.preventDefault();
                onChoose(caption);
              }}
              className="block h-full rounded-card border border-line bg-surface p-3.5 text-s text-ink-2 no-underline shadow-card hover:border-line-strong hover:text-ink"
            >
              <span className="line-clamp-3">{caption.text}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
