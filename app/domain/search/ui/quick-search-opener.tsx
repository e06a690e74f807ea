import { useNavigate } from "@remix-run/react";
import { useCallback, useEffect, useState, type ComponentType } from "react";
import { paths } from "~/paths";

/**
 * Ctrl-K, Cmd-K and every link to the search open it over the page. It is loaded when it is first asked for;
 * where that fails, and without script, the link leads to the search's own page.
 */
export function QuickSearchOpener() {
  const navigate = useNavigate();
  const [Dialog, setDialog] = useState<ComponentType<{ onClose: () => void }> | null>(null);
  const close = useCallback(() => setDialog(null), []);
  useEffect(() => {
    const open = (event: Event) => {
      event.preventDefault();
      import("./quick-search").then(({ QuickSearch }) => setDialog(() => QuickSearch), () => navigate(paths.search()));
    };
    const hearKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) open(event);
    };
    // Before the router hears it. Whoever asks for another tab gets one.
    const hearClick = (event: MouseEvent) => {
      const link = event.target instanceof Element && event.target.closest<HTMLElement>("[data-search]");
      if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      // Not every browser does, and it is where the focus returns to.
      link.focus();
      open(event);
    };
    addEventListener("keydown", hearKey);
    addEventListener("click", hearClick, true);
    return () => {
      removeEventListener("keydown", hearKey);
      removeEventListener("click", hearClick, true);
    };
  }, [navigate]);
  return Dialog && <Dialog onClose={close} />;
}
