import { useNavigation } from "@remix-run/react";
import { useEffect, useRef, type FormEvent } from "react";

/**
 * For forms that save over a revision: a second press while the first is under way does nothing, since
 * it would meet what the first one saved. Its answer brings the revision to save over next.
 * @returns whether this press may go, to be asked once for each; and the same as a form's `onSubmit`
 */
export function useOnePress(onSend?: () => void) {
  const { state, formMethod } = useNavigation();
  const isSending = state !== "idle" && formMethod === "POST";
  const isHeld = useRef(false);
  useEffect(() => {
    if (!isSending) isHeld.current = false;
  }, [isSending]);

  function mayPress(): boolean {
    if (isHeld.current || isSending) return false;
    isHeld.current = true;
    // Where nothing is sent after all (the page refuses a field), the next press may go.
    setTimeout(() => (isHeld.current = false));
    onSend?.();
    return true;
  }
  return {
    mayPress,
    onSubmit(event: FormEvent) {
      if (!mayPress()) event.preventDefault();
    },
  };
}
