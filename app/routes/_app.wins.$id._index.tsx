import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { listComments } from "~/domain/wins/answering.server";
import { readWin } from "~/domain/wins/reading.server";
import { CommentForm, CommentList } from "~/domain/wins/ui/comments";
import { WinArticle } from "~/domain/wins/ui/win-article";
import { isUuid } from "~/kernel/fields";
import { loadTexts } from "~/locales/apart";
import { paths } from "~/paths";
import { Panel } from "~/ui/card";
import { PageHead } from "~/ui/page";
import { pageTitle } from "~/web/page-title.server";
import { idParam } from "~/web/params.server";
import { requireSignedIn } from "~/web/session.server";

await loadTexts("wins");

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const id = idParam(args);
  const before = new URL(args.request.url).searchParams.get("before") ?? undefined;
  const win = await readWin(actor, id);
  const { comments, older } = await listComments(actor, id, isUuid(before) ? before : undefined);
  return {
    win,
    comments,
    older: older && `${paths.win(id, older)}#comments`,
    commentId: crypto.randomUUID(),
    timeZone: actor.timeZone,
    pageTitle: pageTitle(actor.language, `wins:kind.${win.kind}`, company.name),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Win() {
  const { win, comments, older, commentId, timeZone } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <div className="max-w-3xl space-y-5">
      <PageHead crumb={{ to: paths.wins(), label: t("wins:title") }} title={t(`wins:kind.${win.kind}`)} />
      <WinArticle win={win} timeZone={timeZone} />
      <Panel title={t("wins:comments.title")}>
        <div id="comments">
          <CommentList winId={win.id} comments={comments} older={older} timeZone={timeZone} />
          {win.abilities.answer && <CommentForm key={comments.length} winId={win.id} commentId={commentId} />}
        </div>
      </Panel>
    </div>
  );
}
