import { useLocation } from "@remix-run/react";
import { useState } from "react";
import type { EditorPage } from "../editing-page.server";

/**
 * One round of editing: from a page of the editor to what it was answered. Loaded anew while somebody
 * types, the page keeps the revision they began with. Answered, it is the newest one, and its fields
 * start anew; but what was typed while the answer was on its way stays where it is.
 */
export function useEditorRound(newest: EditorPage) {
  const { key } = useLocation();
  const [round, setRound] = useState({ key, formKey: key, page: newest });
  const [isTyped, setIsTyped] = useState(false);
  if (round.key !== key) {
    const keeps = isTyped && placeOf(newest) === placeOf(round.page);
    setRound({ key, formKey: keeps ? round.formKey : key, page: newest });
    if (!keeps) setIsTyped(false);
  }
  return { page: round.page, formKey: round.formKey, isTyped, onType: () => setIsTyped(true), onSend: () => setIsTyped(false) };
}

function placeOf({ id, version, language }: EditorPage): string {
  return [id, version.departmentId ?? "", language].join(" ");
}
