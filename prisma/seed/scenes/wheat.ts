import type { Random } from "../random";
import { blurred, ellipse, line, linear, many, mix, n, path, radial, rect, ridge, type Scene, WIDTH } from "./canvas";

/** Ripe wheat to the horizon, the sun low among the ears. */
export function wheat(random: Random): Scene {
  const defs =
    linear("sky", [[0, "#c98f55"], [0.4, "#edbf7c"], [0.75, "#fbdfa6"], [1, "#fff0c6"]]) +
    radial("sun", ["50%", "50%", "50%"], [[0, "#fffdf0"], [0.12, "#fff2c4"], [0.35, "#ffd888", 0.55], [1, "#ffc766", 0]]) +
    linear("field", [[0, "#f4cf86"], [0.25, "#d9a552"], [1, "#6d4319"]]);
  return {
    defs,
    body:
      rect(0, 0, WIDTH, 900, "url(#sky)") +
      ellipse(1080, 392, 620, 460, "url(#sun)") +
      ellipse(1080, 396, 46, 46, "#fffef4") +
      path(ridge(random, 430, 22, 7), "#c79350", 0.8) +
      path(ridge(random, 452, 12, 9), "#a97637", 0.85) +
      rect(0, 462, WIDTH, 440, "url(#field)") +
      blurred(24, rect(-40, 430, 1700, 60, "#ffedc0", 0.55)) +
      farRows(random) +
      blurred(2, stalks(random, 240, 0.5, 640)) +
      stalks(random, 170, 0.85, 860) +
      ellipse(1080, 420, 980, 560, "url(#sun)", 0.42) +
      stalks(random, 26, 1.15, 1010) +
      blurred(10, stalks(random, 8, 2.1, 1130)),
  };
}

/** Far away the ears are only a shimmer. */
function farRows(random: Random): string {
  return many(1300, () => {
    const depth = random.next() ** 1.6;
    const [x, y] = [random.between(-10, 1610), 470 + depth * 190];
    const glow = Math.max(0, 1 - Math.abs(x - 1080) / 620) * (1 - depth);
    const tone = mix(random.pick(["#b57f37", "#dcae60", "#8e5f26"]), "#fff0c0", glow * 0.8);
    return line(`M${n(x)} ${n(y)}q${n(random.between(-2, 2))} -${n(4 + depth * 14)} ${n(random.between(-3, 5))} -${n(8 + depth * 28)}`, tone, 1.2 + depth * 2.4, 0.75);
  });
}

function stalks(random: Random, count: number, size: number, ground: number): string {
  return many(count, () => {
    const x = random.between(-60, 1660);
    const base = ground + random.between(0, 120);
    const [tipX, tipY] = [x + random.between(-14, 46) * size, base - random.between(230, 350) * size];
    const light = Math.max(0, 1 - Math.hypot(tipX - 1080, (tipY - 400) * 1.3) / 720);
    return stalk(random, { x, base, tipX, tipY, size, light });
  });
}

interface Stalk {
  x: number;
  base: number;
  tipX: number;
  tipY: number;
  size: number;
  /** How much of the sun falls on it, 0 to 1. */
  light: number;
}

/** A stem, its ear of grains in two rows, and the awns that catch the light. */
function stalk(random: Random, { x, base, tipX, tipY, size, light }: Stalk): string {
  const straw = mix("#8a5a24", "#f9dc98", light);
  const grain = mix("#a86f2c", "#ffeab6", light);
  const bend = random.between(4, 22) * size;
  const ear = many(9, (i) => {
    const up = i / 9;
    const side = i % 2 ? 1 : -1;
    const [cx, cy] = [tipX + bend * up ** 1.5 + side * 5 * size, tipY - up * 74 * size];
    const awn = line(`M${n(cx)} ${n(cy - 6 * size)}l${n((side * 12 + bend * 0.3) * size)} -${n(52 * size)}`, mix(straw, "#fff6d8", light), 1.1 * size, 0.7);
    return awn + ellipse(0, 0, 5.2 * size, 11 * size, mix(grain, "#7a4a18", random.next() * 0.25), 1, `transform="translate(${n(cx)} ${n(cy)}) rotate(${side * 26 + 8})"`);
  });
  return line(`M${n(x)} ${n(base)}Q${n(x)} ${n((base + tipY) / 2)} ${n(tipX)} ${n(tipY)}`, straw, 3 * size) + ear;
}
