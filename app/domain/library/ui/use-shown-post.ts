import { useState } from "react";
import type { PostRecord } from "../post";

/**
 * The post that the editor shows. While something typed is not saved it stays what it was, even when
 * a colleague saves meanwhile and the page hears of it: nothing typed goes away, and saving says that
 * there are two texts now.
 */
export function useShownPost(stored: PostRecord, wasRefused: boolean) {
  const [isTyped, setIsTyped] = useState(false);
  const [seen, setSeen] = useState(stored);
  const isBehind = isTyped && stored.revision !== seen.revision;
  if (!isBehind && seen !== stored) setSeen(stored);
  return {
    post: isBehind ? seen : stored,
    isChanged: isTyped || wasRefused,
    onType: () => setIsTyped(true),
    onSend: () => setIsTyped(false),
  };
}
