/** The company's colour, made safe to read on both grounds; pure and browser-safe. */

export interface AccentTokens {
  accent: string;
  /** Text and icons on the accent. */
  accentInk: string;
  /** A ground in its tone. */
  accentSoft: string;
  /** Text in its tone. */
  accentText: string;
}

export interface DerivedAccent {
  light: AccentTokens;
  dark: AccentTokens;
  /** The chosen colour could not stay as it is on this ground. */
  changed: { light: boolean; dark: boolean };
}

/** The grounds of tokens.css that the accent stands on. */
const GROUNDS = {
  light: { surface: "#ffffff", all: ["#ffffff", "#f5f7f6", "#ebefed"], towards: "#000000", soft: 0.12 },
  dark: { surface: "#161e1b", all: ["#161e1b", "#0f1513", "#1e2825"], towards: "#ffffff", soft: 0.18 },
} as const;
const INKS = ["#ffffff", "#000000"] as const;

/** WCAG 2.2: 4.5 for text (1.4.3), 3 for what marks a control (1.4.11). */
const TEXT = 4.5;
const CONTROL = 3;
const STEPS = 200;

export function isColour(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text);
}

/** Between 1 and 21, as WCAG 2.2 defines it. */
export function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/**
 * What the chosen colour becomes on light and dark grounds: itself where it can be read, else the nearest
 * that can, darkened on light grounds and lightened on dark ones. @param chosen #rrggbb
 */
export function deriveAccent(chosen: string): DerivedAccent {
  const colour = chosen.toLowerCase();
  const [light, dark] = [tokensOn("light", colour), tokensOn("dark", colour)];
  return { light, dark, changed: { light: light.accent !== colour, dark: dark.accent !== colour } };
}

function tokensOn(theme: "light" | "dark", colour: string): AccentTokens {
  const { surface, all, towards, soft } = GROUNDS[theme];
  const accent = nearest(colour, towards, (candidate) => all.every((ground) => contrast(candidate, ground) >= CONTROL) && contrast(candidate, inkOn(candidate)) >= TEXT);
  const accentSoft = mix(surface, accent, soft);
  const accentText = nearest(accent, towards, (candidate) => [...all, accentSoft].every((ground) => contrast(candidate, ground) >= TEXT));
  return { accent, accentInk: inkOn(accent), accentSoft, accentText };
}

/** White while it can be read: it looks calmer on a strong colour. */
function inkOn(colour: string): string {
  return contrast(colour, INKS[0]) >= TEXT ? INKS[0] : INKS[1];
}

function nearest(from: string, towards: string, passes: (candidate: string) => boolean): string {
  for (let step = 0; step <= STEPS; step++) {
    const candidate = mix(from, towards, step / STEPS);
    if (passes(candidate)) return candidate;
  }
  return towards;
}

function channels(colour: string): [number, number, number] {
  return [1, 3, 5].map((start) => parseInt(colour.slice(start, start + 2), 16)) as [number, number, number];
}

function mix(one: string, other: string, share: number): string {
  const [a, b] = [channels(one), channels(other)];
  return `#${a.map((value, index) => Math.round(value + (b[index]! - value) * share).toString(16).padStart(2, "0")).join("")}`;
}

function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((value) => {
    const channel = value / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The style sheet that puts the colour in place of Vouch's own; follows tokens.css. */
export function accentStyles(chosen: string): string {
  const { light, dark } = deriveAccent(chosen);
  const rules = ({ accent, accentInk, accentSoft, accentText }: AccentTokens) =>
    `{--accent:${accent};--accent-ink:${accentInk};--accent-soft:${accentSoft};--accent-text:${accentText}}`;
  return `:root${rules(light)}:root[data-theme="dark"]${rules(dark)}@media (prefers-color-scheme:dark){:root:not([data-theme])${rules(dark)}}`;
}
