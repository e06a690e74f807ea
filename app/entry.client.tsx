import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode, useLayoutEffect, type ReactNode } from "react";
import { hydrateRoot } from "react-dom/client";
import { TextsProvider } from "~/locales/texts";
import { createI18n, isLanguage } from "~/locales/i18n";
import { loadCatalogue } from "~/locales/load.client";
import { keepTypedEarly } from "~/ui/typed-early";
import { askForWhole } from "~/ui/whole-answers";

const putTypedBack = keepTypedEarly();
window.fetch = askForWhole(window.fetch.bind(window));

/** Whatever was typed before it is there again once the page is React's. */
function WithTyped({ children }: { children: ReactNode }) {
  useLayoutEffect(putTypedBack, []);
  return children;
}

/**
 * Remix decodes what the server sent when its component is first called, and throws the promise of it. That
 * has to be over before React listens: a press in between makes React render at once, which it cannot while
 * the whole page waits (its error 345, "Root did not complete").
 */
async function decodeState() {
  try {
    RemixBrowser({});
  } catch (pending) {
    await pending;
  }
}

async function hydrate() {
  const { lang, dataset } = document.documentElement;
  const language = isLanguage(lang) ? lang : "en";
  const i18n = createI18n(language, Object.assign((globalThis.__vouchTexts ??= {}), await loadCatalogue(language, dataset.studio === "yes", dataset.door === "yes")));
  await decodeState();
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <TextsProvider i18n={i18n}>
          <WithTyped>
            <RemixBrowser />
          </WithTyped>
        </TextsProvider>
      </StrictMode>,
    );
  });
}

void hydrate();
