/**
 * The product's own verbs as the bench calls them in its process. `stage/build.ts` builds this file with Vite, as the
 * product itself is built: some modules read catalogues and migrations in a way that only Vite knows.
 */
import "~/wiring.server";

export { takeSnapshot } from "~/domain/insights/take-snapshot.job.server";
export { startMessage } from "~/domain/messages/drafting.server";
export { countToRead, listEarlier, listToRead } from "~/domain/messages/inbox.server";
export { sendMessageMail } from "~/domain/messages/message-mail.server";
export { publishMessage } from "~/domain/messages/publishing.server";
export { findActor } from "~/domain/people/actors.server";
export { connect, disconnect, pool } from "~/kernel/db.server";
export { applyMigrations } from "~/kernel/migrations/apply.server";
