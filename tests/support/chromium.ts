import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

/** Never the package's own arguments: they switch web security off. */
const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** Where a Chrome may be installed, for machines that the bundled one is not made for. */
const INSTALLED = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/usr/bin/google-chrome", "/usr/bin/chromium", "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe"];

/** The Chromium inside the package (Linux x64), else an installed one. No download, no system package. */
export async function launchBrowser(further: string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), args: [...ARGUMENTS, ...further] });
}

async function findChromium(): Promise<string> {
  if (process.platform !== "linux" || process.arch !== "x64") {
    const found = INSTALLED.find((file) => existsSync(file));
    if (!found) throw new Error("The browser tests need Chrome on this machine: the bundled Chromium is for Linux x64.");
    return found;
  }
  // Where the system lacks libnss3, the package unpacks its own copy if it believes to run on Lambda.
  if (!hasLibrary("libnss3.so")) process.env.AWS_EXECUTION_ENV = "AWS_Lambda_nodejs22.x";
  const { default: bundled } = await import("@sparticuz/chromium");
  return bundled.executablePath();
}

function hasLibrary(name: string): boolean {
  try {
    return execFileSync("ldconfig", ["-p"], { encoding: "utf8", env: { ...process.env, PATH: `${process.env.PATH}:/sbin:/usr/sbin` } }).includes(name);
  } catch {
    return false;
  }
}
