import { Form, Link } from "@remix-run/react";
import { CornerDownRight, MessageCircleQuestion, Send } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { Avatar } from "~/ui/avatar";
import { SubmitButton } from "~/ui/button";
import { TextArea } from "~/ui/field";
import { Moment } from "~/ui/moment";
import { NAME, Named } from "~/ui/person-name";
import type { Remark } from "../remarks.server";
import { LONGEST_REMARK } from "../limits";

interface RemarkListProps {
  messageId: string;
  remarks: Remark[];
  /** Where the earlier ones are; null when all are here. */
  older: string | null;
  timeZone: string;
  /** For those who may answer: an id for each answer that could be sent. */
  answerIds?: Record<string, string>;
  /** Says under which version each stands: to publishers, who see all of them. */
  showsVersion?: boolean;
}

/** What was asked and said under a message, with the answers, oldest first. */
export function RemarkList({ messageId, remarks, older, timeZone, answerIds, showsVersion = false }: RemarkListProps) {
  const { t } = useTranslation();
  if (remarks.length === 0) return <p className="text-s text-ink-3">{t("messages:remarks.none")}</p>;
  return (
    <>
      {older && (
        <p className="mb-3 text-s">
          <Link to={older} className="link" preventScrollReset>
            {t("messages:remarks.older")}
          </Link>
        </p>
      )}
      <ul className="space-y-5">
        {remarks.map((remark) => (
          <li key={remark.id} className="flex gap-3">
            <Avatar {...remark.author} size={36} />
            <div className="min-w-0 flex-1">
              <p className="text-s">
                <strong><Named text={t(remark.kind === "question" ? "messages:remarks.questionBy" : "messages:remarks.commentBy", { name: NAME })} profile={remark.author.profile}>{remark.author.givenName} {remark.author.familyName}</Named></strong>
                {remark.kind === "question" && <MessageCircleQuestion aria-hidden size={15} className="ml-1.5 inline text-forum" />}
                <span className="block text-xs text-ink-3">
                  {remark.author.departmentName}, <Moment at={remark.writtenAt} timeZone={timeZone} />
                  {showsVersion && remark.versionOf && <> · {t("messages:for.department", { department: remark.versionOf })}</>}
                </span>
              </p>
              <p className="mt-1 max-w-[70ch] whitespace-pre-line">{remark.body}</p>
              {remark.answers.map((answer) => (
                <div key={answer.id} className="mt-3 flex gap-2 rounded-field bg-sunken p-3">
                  <CornerDownRight aria-hidden size={16} className="mt-0.5 shrink-0 text-ink-3" />
                  <div className="min-w-0">
                    <p className="text-xs text-ink-2">
                      <strong><Named text={t("messages:remarks.answerBy", { name: NAME })} profile={answer.profile}>{answer.givenName} {answer.familyName}</Named></strong>, <Moment at={answer.writtenAt} timeZone={timeZone} />
                    </p>
                    <p className="mt-0.5 whitespace-pre-line">{answer.body}</p>
                  </div>
                </div>
              ))}
              {answerIds?.[remark.id] && <AnswerForm messageId={messageId} remark={remark} answerId={answerIds[remark.id]!} />}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function AnswerForm({ messageId, remark, answerId }: { messageId: string; remark: Remark; answerId: string }) {
  const { t } = useTranslation();
  return (
    <details className="mt-2" open={remark.kind === "question" && remark.answers.length === 0} key={remark.answers.length}>
      <summary className="inline-flex min-h-8 items-center text-s font-semibold text-accent-text">{t("messages:remarks.answer")}</summary>
      <Form method="post" action={paths.messageRemarks(messageId)} preventScrollReset className="mt-2 space-y-3">
        <input type="hidden" name="id" value={answerId} />
        <input type="hidden" name="answersId" value={remark.id} />
        <TextArea name="body" rows={3} required maxLength={LONGEST_REMARK} label={t("messages:remarks.answerLabel")} />
        <SubmitButton icon={Send} look="secondary" busy={t("messages:remarks.sending")}>
          {t("messages:remarks.send")}
        </SubmitButton>
      </Form>
    </details>
  );
}
