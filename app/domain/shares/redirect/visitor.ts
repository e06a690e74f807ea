import { isbot } from "isbot";

export type VisitorKind = "person" | "machine";

/**
 * Mail gateways and chat programs that open links before a person does, by the names they give
 * themselves and that isbot does not list.
 */
const SCANNERS =
  /barracuda|mimecast|proofpoint|ironport|fireeye|trend ?micro|safelinks|forcepoint|sophos|symantec|messagelabs|urldefense|zscaler|checkpoint|avanan|cloudmark|google-safety|googleimageproxy|outlook-?(?:ios|android)?-?preview|skypeuripreview|microsoft office|ms-office|msoffice|teams(?:bot|preview)|slack|discord|whatsapp|telegram|viber|linkcheck|link-?preview|urlscan|virustotal/i;

const LOOK_AHEAD = /prefetch|preview|prerender/i;

/** What a request tells of who follows a link. Header names in lower case. */
export interface VisitorRequest {
  method: string;
  headers: Record<string, string | string[] | undefined>;
}

/** People, and apart from them bots, link scanners and browsers that only look ahead. */
export function visitorKind({ method, headers }: VisitorRequest): VisitorKind {
  const header = (name: string) => String(headers[name] ?? "");
  const userAgent = header("user-agent");
  if (method !== "GET" || userAgent.length < 10) return "machine";
  if (isbot(userAgent) || SCANNERS.test(userAgent)) return "machine";
  const purposes = ["sec-purpose", "purpose", "x-purpose", "x-moz", "sec-fetch-purpose"];
  return purposes.some((name) => LOOK_AHEAD.test(header(name))) ? "machine" : "person";
}
