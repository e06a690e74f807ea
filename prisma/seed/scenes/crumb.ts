import type { Random } from "../random";
import { blob, blurred, ellipse, line, linear, many, mix, path, radial, rect, type Scene, WIDTH } from "./canvas";

/** The inside of a sourdough loaf, close: bubbles of every size under a dark crust. */
export function crumb(random: Random): Scene {
  const defs =
    linear("soft", [[0, "#f8ecd4"], [0.5, "#f0deba"], [1, "#dcc092"]], [0, 0, 1, 1]) +
    radial("hole", ["66%", "74%", "82%"], [[0, "#ecd5aa"], [0.5, "#cda974"], [1, "#936a39"]]) +
    radial("deep", ["66%", "76%", "84%"], [[0, "#d6b37c"], [0.4, "#a07442"], [1, "#573616"]]) +
    linear("crust", [[0, "#3a1c0a"], [0.45, "#7d441b"], [0.8, "#c4863f"], [1, "#efd9b0"]]) +
    radial("lamp", ["50%", "50%", "50%"], [[0, "#fffaf0", 0.7], [1, "#fffaf0", 0]]);
  return {
    defs,
    body: rect(0, 0, WIDTH, 900, "url(#soft)") + pores(random) + bubbles(random) + crust(random) + ellipse(420, 300, 900, 560, "url(#lamp)", 0.45),
  };
}

function pores(random: Random): string {
  return many(2600, () => {
    const isDark = random.chance(0.6);
    const size = random.between(1, 5);
    return ellipse(random.between(0, 1600), random.between(150, 900), size, size * random.between(0.5, 0.9), isDark ? "#b08a55" : "#fffaf0", isDark ? 0.26 : 0.5);
  });
}

interface Bubble {
  x: number;
  y: number;
  r: number;
}

/** Bubbles are laid from large to small where there is room, so that walls stay between them. */
function bubbles(random: Random): string {
  const laid: Bubble[] = [];
  for (const [size, tries] of [[118, 14], [76, 60], [46, 240], [27, 800], [15, 2000], [8, 3200]] as const) {
    for (let i = 0; i < tries; i++) {
      const [x, y] = [random.between(-30, 1630), random.between(196, 930)];
      const r = size * random.between(0.6, 1.2);
      if (laid.every((other) => Math.hypot(other.x - x, (other.y - y) * 1.22) > (other.r + r) * 0.95 + 6)) laid.push({ x, y, r });
    }
  }
  const shapes = laid.map((bubble) => ({ ...bubble, d: outline(random, bubble) }));
  const lips = shapes.map(({ d, r }) => line(d, "#fff8e8", Math.max(2, r * 0.13), 0.85));
  const holes = shapes.map(({ d, r }) => (r < 13 ? path(d, mix("#c9a571", "#9a7340", random.next()), 0.75) : path(d, r > 36 && random.chance(0.75) ? "url(#deep)" : "url(#hole)")));
  const films = shapes.filter(({ r }) => r > 44).map(({ x, y, r }) => ellipse(x + r * 0.2, y + r * 0.42, r * 0.6, r * 0.2, "#f3dcb0", 0.4));
  return blurred(2, ...lips) + holes.join("") + blurred(10, ...films);
}

/** Bubbles are wider than high, leaning with the rise of the loaf. */
function outline(random: Random, { x, y, r }: Bubble): string {
  const isLarge = r > 24;
  return blob(random, x, y, r * random.between(0.92, 1.18), r * random.between(0.62, 0.84), isLarge ? 0.16 : 0.1, isLarge ? 9 : 6);
}

function crust(random: Random): string {
  const edge = "M-20 -20H1620V128C1320 176 1100 92 800 128C520 164 260 108 -20 160Z";
  const blisters = many(190, () => ellipse(random.between(0, 1600), random.between(4, 112), random.between(3, 13), random.between(2, 7), mix("#2a1307", "#d39a52", random.next()), 0.4));
  return blurred(24, `<g transform="translate(0 26)">${path(edge, "#5a3214", 0.45)}</g>`) + path(edge, "url(#crust)") + blurred(2, blisters);
}
