import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { TextsProvider } from "~/locales/texts";
import { createI18n, isLanguage } from "~/locales/i18n";
import { loadCatalogue } from "~/locales/load.client";

async function hydrate() {
  const { lang, dataset } = document.documentElement;
  const language = isLanguage(lang) ? lang : "en";
  const i18n = createI18n(language, Object.assign((globalThis.__vouchTexts ??= {}), await loadCatalogue(language, dataset.studio === "yes", dataset.door === "yes")));
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <TextsProvider i18n={i18n}>
          <RemixBrowser />
        </TextsProvider>
      </StrictMode>,
    );
  });
}

void hydrate();
