/** Vouch's own. */
const ACCENT = "#0b6b50";
const HEX = /^#[0-9a-f]{6}$/i;

/** A company's colour and the ink that is read best on it; anything but #rrggbb gives Vouch's own. */
export function accentPair(colour: string | null): { backgroundColor: string; color: string } {
  const backgroundColor = colour && HEX.test(colour) ? colour : ACCENT;
  // Where luminance is 0.179, black and white contrast alike (WCAG 2.2, relative luminance).
  return { backgroundColor, color: luminance(backgroundColor) > 0.179 ? "#000000" : "#ffffff" };
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const channel = parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
