import { asCatalogue } from "../i18n";

/** What every signed-in person's pages say. Mail is written on the server; studio and admin come apart. */
export default asCatalogue(
  import.meta.glob(["../ru/*.json", "!../ru/{wins,search,search-pages,mail,starters,joining,studio,studio-*,admin,admin-*}.json"], { eager: true, import: "default" }),
);
