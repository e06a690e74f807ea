/**
 * The same address with a session whose time zone is UTC, whatever the database, the role or the server's own machine
 * say. The driver adapter sends moments without a zone and reads them as UTC, and SQL cuts days by the session's zone:
 * in another one every such moment would be hours off. It is a start-up option, so it costs no statement, and the
 * last word among options.
 *
 * @param {string} url
 * @returns {string}
 */
export function inUtc(url) {
  const address = new URL(url);
  const options = [address.searchParams.get("options"), "-c TimeZone=UTC"].filter(Boolean).join(" ");
  address.searchParams.set("options", options);
  return address.href;
}
