import decodeQR from "qr/decode.js";

/** Dots of the picture for one module of the code. */
const SCALE = 4;

/**
 * Reads a QR code drawn as SVG, as a phone would: the path of horizontal and vertical steps is painted
 * and decoded. @returns what it says
 */
export function scanCode(svg: string): string {
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)![1]);
  const dark = darkModules(/ d="([^"]+)"/.exec(svg)![1]!);
  const width = size * SCALE;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [x, y] of dark) {
    for (let dy = 0; dy < SCALE; dy++) for (let dx = 0; dx < SCALE; dx++) data.set([0, 0, 0], ((y * SCALE + dy) * width + x * SCALE + dx) * 4);
  }
  return decodeQR({ width, height: width, data });
}

/** Each module is drawn as "M x y h1 v1 h-1 Z", absolute or relative to the one before. */
function darkModules(path: string): [number, number][] {
  const found: [number, number][] = [];
  let [x, y] = [0, 0];
  for (const [, step, first, , second] of path.matchAll(/([Mm])(-?\d+)([ ,]?)(-?\d+)?/g)) {
    const [dx, dy] = [Number(first), Number(second)];
    [x, y] = step === "M" ? [dx, dy] : [x + dx, y + dy];
    found.push([x, y]);
  }
  return found;
}
