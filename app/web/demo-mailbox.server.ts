import type { LoaderFunctionArgs } from "@remix-run/node";
import { findCompany, type CompanyProfile } from "~/domain/people/company.server";
import { env } from "~/kernel/env.server";
import { NotFound } from "~/kernel/errors";
import { carrierInForce, mailboxFolder } from "~/kernel/mail/carrier-in-force.server";
import { findStoredMail, listMailbox, type StoredMail } from "~/kernel/mail/mailbox.server";
import { findSignedInPerson } from "./session.server";

const LOOPBACK = ["127.0.0.1", "::1", "localhost"];
const PAGE = 30;

/**
 * The demo's mail, for everybody at this computer: the mail with a link to a new password must be
 * readable before sign-in. There is none outside the demo, none when mail really leaves, and none
 * where other computers could ask for it.
 * @throws NotFound
 */
async function openMailbox(args: LoaderFunctionArgs): Promise<CompanyProfile> {
  await findSignedInPerson(args);
  const company = await findCompany();
  const isHere = company?.isDemo && (await carrierInForce()).name === "disk" && LOOPBACK.includes(env().host);
  if (!isHere) throw new NotFound("There is no demo mailbox.");
  return company;
}

/** A page of the demo's mail, newest first. */
export async function readDemoMailbox(args: LoaderFunctionArgs) {
  const company = await openMailbox(args);
  const after = new URL(args.request.url).searchParams.get("after") ?? undefined;
  const { mails, next } = await listMailbox(mailboxFolder(), { after, limit: PAGE });
  return { company, next, mails: mails.map(({ name, to, subject, queuedAt }) => ({ name, to, subject, queuedAt })) };
}

/** One mail of the demo. @throws NotFound */
export async function readDemoMail(args: LoaderFunctionArgs): Promise<{ company: CompanyProfile; mail: StoredMail }> {
  const company = await openMailbox(args);
  const mail = await findStoredMail(mailboxFolder(), args.params.name ?? "");
  if (!mail) throw new NotFound("There is no such mail.");
  return { company, mail };
}
