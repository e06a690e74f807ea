import { Form, Link } from "@remix-run/react";
import { Send, Trash2 } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { Avatar } from "~/ui/avatar";
import { SubmitButton } from "~/ui/button";
import { FormError, TextArea, typed, type FormState } from "~/ui/field";
import { Moment } from "~/ui/moment";
import { PersonName } from "~/ui/person-name";
import type { WinCommentView } from "../answering.server";
import { LONGEST_COMMENT } from "../limits";

interface CommentListProps {
  winId: string;
  comments: (Omit<WinCommentView, "writtenAt"> & { writtenAt: Date | string })[];
  older: string | null;
  timeZone: string;
}

export function CommentList({ winId, comments, older, timeZone }: CommentListProps) {
  const { t } = useTranslation();
  if (comments.length === 0) return <p className="text-s text-ink-3">{t("wins:comments.none")}</p>;
  return (
    <>
      {older && <p className="mb-3 text-s"><Link to={older} className="link" preventScrollReset>{t("wins:comments.older")}</Link></p>}
      <ul className="space-y-4">
        {comments.map((comment) => (
          <li key={comment.id} className="flex gap-3">
            <Avatar {...comment} size={36} />
            <div className="min-w-0 flex-1">
              <p className="text-s">
                <PersonName profile={comment.profile}>{comment.givenName} {comment.familyName}</PersonName>
                <span className="block text-xs text-ink-3">{comment.departmentName}, <Moment at={comment.writtenAt} timeZone={timeZone} /></span>
              </p>
              <p className="mt-1 max-w-[70ch] whitespace-pre-line">{comment.body}</p>
            </div>
            {comment.mayRemove && (
              <Form method="post" action={paths.winComments(winId)} preventScrollReset>
                <SubmitButton name="commentId" value={comment.id} look="quiet" icon={Trash2} aria-label={t("wins:comments.removeLabel", { name: `${comment.givenName} ${comment.familyName}` })}>{t("wins:comments.remove")}</SubmitButton>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

export function CommentForm({ winId, commentId, state }: { winId: string; commentId: string; state?: FormState }) {
  const { t } = useTranslation();
  return (
    <Form method="post" action={paths.winComments(winId)} preventScrollReset className="mt-5 space-y-3">
      <FormError state={state} />
      <input type="hidden" name="id" value={typed(state, "id", commentId)} />
      <TextArea name="body" rows={2} required maxLength={LONGEST_COMMENT} label={t("wins:comments.label")} state={state} />
      <SubmitButton look="secondary" icon={Send} busy={t("wins:comments.sending")}>{t("wins:comments.send")}</SubmitButton>
    </Form>
  );
}
