import type { BrowserContextOptions } from "playwright-core";
import { DESKTOP, PHONE } from "../support/browser";

export interface Device {
  device: string;
  /** Told to the browser. */
  options: BrowserContextOptions;
  /** Pages come to life; without it everything has to work by links and forms alone. */
  hasScript: boolean;
  /** Words that only this device's journey uses, so that journeys on one demo do not meet. */
  mark: string;
}

/** Every journey is walked on each of them. */
export const DEVICES: Device[] = [
  { device: "at a desk", options: DESKTOP, hasScript: true, mark: "desk" },
  { device: "on a phone", options: PHONE, hasScript: true, mark: "phone" },
  { device: "on a phone without script", options: { ...PHONE, javaScriptEnabled: false }, hasScript: false, mark: "plain" },
];
