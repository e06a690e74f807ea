import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "~/locales/texts";
import { prepareShare } from "~/domain/shares/composing.server";
import { composeShareText } from "~/domain/shares/share-text";
import { handOverForm, handOverPost } from "~/domain/shares/handing-over.server";
import { networks, orderNetworks } from "~/domain/shares/networks/all";
import { isNetwork, type NetworkId } from "~/domain/shares/networks/network";
import { FactList } from "~/domain/shares/ui/fact-list";
import { NetworkPreview } from "~/domain/shares/ui/network-preview";
import { ShareForm } from "~/domain/shares/ui/share-form";
import { NotFound } from "~/kernel/errors";
import { isUuid } from "~/kernel/fields";
import { textsIn } from "~/locales/catalogues.server";
import { paths } from "~/paths";
import { initialsOf } from "~/ui/avatar";
import type { FormState } from "~/ui/field";
import { LinkTabs, PageHead, WithRail } from "~/ui/page";
import { attempt, parseForm, readForm } from "~/web/form.server";
import { readMastodonServer, rememberMastodonServer } from "~/web/remembered.server";
import { refused } from "~/web/respond.server";
import { requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const id = args.params.id;
  if (!isUuid(id)) throw new NotFound("post");
  const { searchParams } = new URL(args.request.url);
  const asked = searchParams.get("network");
  const network: NetworkId = isNetwork(asked) ? asked : "linkedin";
  const { post, captions, ...share } = await prepareShare(actor, company, id, network);
  return {
    ...share,
    post,
    captions,
    network,
    start: captions.find((caption) => caption.id === searchParams.get("caption")) ?? captions[0] ?? null,
    server: readMastodonServer(args.request),
    companyName: company.name,
    person: { name: `${actor.givenName} ${actor.familyName}`, jobTitle: actor.jobTitle ?? "", initials: initialsOf(actor.givenName, actor.familyName) },
    pageTitle: textsIn(actor.language)("share:title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: `${page?.pageTitle} · ${page?.companyName}` }];

export async function action(args: ActionFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const id = args.params.id;
  if (!isUuid(id)) throw new NotFound("post");
  const form = await readForm(args.request);
  const parsed = parseForm(handOverForm, form);
  if (!parsed.ok) return refused(parsed.errors, parsed.values);
  const done = await attempt(parsed.values, () => handOverPost(actor, company, id, parsed.value));
  if (!done.ok) return refused(done.errors, done.values);
  const headers = rememberMastodonServer(parsed.value.server);
  if (form.get("respond") === "data") return data({ handedOver: done.result }, { headers });
  return redirect(paths.handedOver(done.result.id), { headers });
}

export default function SharePost() {
  const page = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const { t } = useTranslation();
  const { post, network } = page;
  const compose = (words: string) => composeShareText({ words, disclosure: page.start?.disclosure ?? page.disclosure, link: page.link, network: networks[network], hashtags: post.hashtags });
  const initial = compose(page.start?.text ?? "");
  const [text, setText] = useState({ network, value: initial });
  const shown = text.network === network ? text.value : initial;
  return (
    <>
      <PageHead crumb={{ to: paths.share(), label: t("shell:places.share") }} here={post.title} title={t("share:title")} />
      <LinkTabs
        label={t("share:networks")}
        tabs={orderNetworks().map((each) => ({ to: paths.sharePost(post.id, each), label: t(`networks:name.${each}`), current: each === network }))}
      />
      <WithRail
        rail={
          <>
            <NetworkPreview
              network={network}
              person={page.person}
              companyName={page.companyName}
              text={shown}
              card={{ title: post.linkTitle || post.title, host: post.linkHost, imageUrl: post.picture ? paths.picture(post.picture.id, post.picture.widths.find((width) => width >= 600) ?? post.picture.width, "webp") : null, imageAlt: post.pictureAlt }}
            />
            <p className="text-ink-2">{t(`networks:tip.${network}`)}</p>
            <FactList facts={post.facts} />
          </>
        }
      >
        <p className="max-w-[70ch] text-s text-ink-2">
          {t(`networks:handOff.${network}`)} {t(`networks:counts.${network}`)}
        </p>
        <ShareForm
          key={network}
          {...page}
          postId={post.id}
          title={post.title}
          hashtags={post.hashtags}
          state={state}
          onText={(value) => setText({ network, value })}
        />
      </WithRail>
    </>
  );
}
