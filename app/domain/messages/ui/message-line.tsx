import { CircleCheck, Mail, MailOpen } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { Link } from "~/ui/link";
import type { InboxMessage } from "../inbox.server";
import { ForWhom } from "./for-whom";

/** A message among the earlier ones: its title, its beginning, and what its reader did about it. */
export function MessageLine({ message, timeZone }: { message: InboxMessage; timeZone: string }) {
  const { t } = useTranslation();
  const { id, title, excerpt, isRead, asksConfirmation, acknowledgedAt, isFallback, language } = message;
  const lang = isFallback ? language : undefined;
  const Icon = acknowledgedAt ? CircleCheck : isRead ? MailOpen : Mail;
  const state = acknowledgedAt ? "confirmed" : asksConfirmation ? "toConfirm" : isRead ? null : "unread";
  return (
    <li className="flex gap-3 p-4">
      <Icon aria-hidden size={19} className={`mt-1 shrink-0 ${isRead ? "text-ink-3" : "text-message"}`} />
      <div className="min-w-0">
        <p className="text-xs text-ink-3">
          <ForWhom {...message} timeZone={timeZone} />
          {state && (
            <>
              {" · "}
              <span className={state === "confirmed" ? "text-share" : "font-semibold text-message"}>{t(`messages:earlier.${state}`)}</span>
            </>
          )}
        </p>
        <h2 className={`text-base ${isRead ? "font-medium" : "font-bold"}`}>
          <Link to={paths.message(id)} className="no-underline hover:underline" lang={lang}>
            {title}
          </Link>
        </h2>
        <p className="line-clamp-2 text-s text-ink-2" lang={lang}>
          {excerpt}
        </p>
      </div>
    </li>
  );
}
