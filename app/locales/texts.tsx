import { createContext, useContext, useMemo, type ReactNode } from "react";
import type { I18n, TFunction } from "./i18n";

const Texts = createContext<I18n | null>(null);

/** What is inside speaks this language. */
export function TextsProvider({ i18n, children }: { i18n: I18n; children: ReactNode }) {
  return <Texts.Provider value={i18n}>{children}</Texts.Provider>;
}

/** The texts of the page's language. @param namespace of keys that name none */
export function useTranslation(namespace?: string): { t: TFunction; i18n: I18n } {
  const i18n = useContext(Texts);
  if (!i18n) throw new Error("Texts are asked for outside their provider.");
  return useMemo(() => {
    const t: TFunction = namespace ? (key, fillings) => i18n.t(key.includes(":") ? key : `${namespace}:${key}`, fillings) : i18n.t;
    return { t, i18n };
  }, [i18n, namespace]);
}
