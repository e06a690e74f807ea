import { useNavigation } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { PostRecord } from "../post";

/** What the editor's form was answered, as far as it decides what is shown. */
interface Answer {
  values?: unknown;
  isSaved?: boolean;
  isConflict?: boolean;
}

/**
 * The post that the editor shows. While something typed is not saved it stays what it was, even when
 * a colleague saves meanwhile and the page hears of it: nothing typed goes away. Saving then says that
 * there are two texts, and from there on the newer one is what one saves over.
 */
export function useShownPost(stored: PostRecord, answer: Answer | undefined) {
  const isSaving = useNavigation().formData?.has("linkBefore") ?? false;
  const wasSaving = useRef(false);
  const [isTyped, setIsTyped] = useState(false);
  const [seen, setSeen] = useState({ post: stored, round: 0 });

  useEffect(() => {
    const isAnswered = wasSaving.current && !isSaving;
    wasSaving.current = isSaving;
    if (!isAnswered) return;
    if (answer?.isConflict) setSeen(({ round }) => ({ post: stored, round: round + 1 }));
    else if (!answer?.values || answer.isSaved) setIsTyped(false);
  }, [isSaving, answer, stored]);

  const isBehind = isTyped && stored.revision !== seen.post.revision;
  if (!isBehind && seen.post !== stored) setSeen({ ...seen, post: stored });
  const post = isBehind ? seen.post : stored;
  return {
    post,
    /** Another one means that the fields start anew. */
    formKey: `${post.revision}-${seen.round}`,
    isChanged: isTyped || Boolean(answer?.values && !answer.isSaved),
    onType: () => setIsTyped(true),
  };
}
