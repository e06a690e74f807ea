import { asCatalogue } from "../i18n";

/** What the pages before sign-in, shared devices and one's own keys say. */
export default asCatalogue(import.meta.glob("../ru/joining.json", { eager: true, import: "default" }));
