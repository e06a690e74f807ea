import { asCatalogue } from "../i18n";

/** What publishers', approvers' and administrators' pages say. */
export default asCatalogue(import.meta.glob("../ro/{studio,studio-*,admin,admin-*}.json", { eager: true, import: "default" }));
