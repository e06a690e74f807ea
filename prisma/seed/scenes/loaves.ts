import type { Random } from "../random";
import { blob, blurred, ellipse, line, linear, many, mix, n, path, radial, rect, type Scene, WIDTH } from "./canvas";

const places = [
  [250, 232, 236], [800, 196, 250], [1352, 250, 240],
  [508, 700, 250], [1066, 706, 246], [1606, 778, 226], [-46, 748, 220],
] as const;

/** Round loaves on linen, from above, in window light. */
export function loaves(random: Random): Scene {
  const defs =
    linear("linen", [[0, "#f4e8d3"], [0.5, "#e9d7ba"], [1, "#cdb18a"]], [0, 0, 1, 1]) +
    radial("crust", ["38%", "32%", "74%"], [[0, "#edc68c"], [0.3, "#cf9450"], [0.62, "#9a5a28"], [0.86, "#673516"], [1, "#3d1d0b"]]) +
    linear("torn", [[0, "#f3d7a4"], [0.5, "#dba964"], [1, "#a9692f"]], [0, 0, 1, 1]) +
    radial("window", ["50%", "50%", "50%"], [[0, "#fffaf0", 0.75], [1, "#fffaf0", 0]]);

  const outlines = places.map(([x, y, r]) => blob(random, x, y, r, r * 0.97, 0.022, 12));
  const shadows = outlines.map((outline) => `<g transform="translate(30 38)">${path(outline, "#4b2c12", 0.62)}</g>`);
  const rims = outlines.map((outline) => line(outline, "#2e1407", 12, 0.5));
  const shines = places.map(([x, y, r]) => ellipse(x - r * 0.36, y - r * 0.42, r * 0.36, r * 0.28, "#fff4dc", 0.42));
  const cuts = places.map(([x, y, r], at) => (at % 2 ? leafCut(x, y, r, random.between(-0.5, 0.5)) : crossCut(x, y, r, random.between(0.2, 1.3))));
  return {
    defs,
    body:
      rect(0, 0, WIDTH, 900, "url(#linen)") +
      weave(random) +
      blurred(24, ...shadows) +
      outlines.map((outline) => path(outline, "url(#crust)")).join("") +
      places.map(([x, y, r]) => skin(random, x, y, r)).join("") +
      blurred(2, ...places.map(([x, y, r]) => rings(random, x, y, r))) +
      blurred(5, ...cuts.map(({ shade }) => shade)) +
      cuts.map(({ open }) => open).join("") +
      blurred(2, ...cuts.map(({ ear }) => ear)) +
      blurred(5, ...rims) +
      blurred(24, ...shines, path("M900 -20L1180 -20L620 920L300 920Z", "#fff8e8", 0.1)) +
      ellipse(260, 60, 760, 520, "url(#window)", 0.5),
  };
}

function weave(random: Random): string {
  const across = many(150, (i) => line(`M-10 ${n(i * 6 + random.between(-1, 1))}h1620`, "#b99a6c", 1, random.between(0.1, 0.3)));
  const down = many(266, (i) => line(`M${n(i * 6 + random.between(-1, 1))} -10v920`, "#fff6e4", 1, random.between(0.1, 0.35)));
  const folds = [[120, 0.26], [640, 0.2], [1210, 0.24]].map(
    ([x = 0, opacity = 0]) =>
      line(`M${x} -20C${x + 90} 280 ${x - 60} 560 ${x + 130} 920`, "#8d6c42", 46, opacity) +
      line(`M${x - 50} -20C${x + 40} 280 ${x - 110} 560 ${x + 80} 920`, "#fffaf0", 30, 0.5),
  );
  return across + down + blurred(24, ...folds);
}

/** Blisters and crumbs of flour, denser towards the light. */
function skin(random: Random, cx: number, cy: number, r: number): string {
  return many(420, () => {
    const angle = random.between(0, Math.PI * 2);
    const far = Math.sqrt(random.next()) * r * 0.95;
    const [x, y] = [cx + Math.cos(angle) * far, cy + Math.sin(angle) * far];
    const isFlour = random.chance(0.45);
    const size = random.between(0.8, isFlour ? 3.4 : 6.5);
    const tone = isFlour ? "#fff4dd" : mix("#3b1a08", "#d59a55", random.next());
    return ellipse(x, y, size, size * random.between(0.6, 1), tone, isFlour ? random.between(0.25, 0.6) : random.between(0.1, 0.3));
  });
}

/** The proofing basket leaves flour in rings, broken where the dough moved. */
function rings(random: Random, cx: number, cy: number, r: number): string {
  return many(6, (i) => {
    const radius = r * (0.34 + i * 0.105);
    return many(7, () => {
      const from = random.between(0, Math.PI * 2);
      const to = from + random.between(0.35, 1.1);
      const at = (angle: number) => `${n(cx + Math.cos(angle) * radius)} ${n(cy + Math.sin(angle) * radius)}`;
      return line(`M${at(from)}A${n(radius)} ${n(radius)} 0 0 1 ${at(to)}`, "#fff3dc", r * random.between(0.018, 0.045), random.between(0.14, 0.42));
    });
  });
}

interface Cut {
  shade: string;
  open: string;
  ear: string;
}

function crossCut(cx: number, cy: number, r: number, turn: number): Cut {
  return joined([cut(cx, cy, r * 0.72, turn, r * 0.19), cut(cx, cy, r * 0.72, turn + Math.PI / 2, r * 0.19)]);
}

/** One long cut and short ones to both sides, like a leaf. */
function leafCut(cx: number, cy: number, r: number, turn: number): Cut {
  const veins = [-2, -1, 0, 1, 2].flatMap((step) => {
    const [x, y] = [cx + Math.sin(turn) * step * r * 0.26, cy + Math.cos(turn) * step * r * 0.26];
    const [dx, dy] = [Math.cos(turn) * r * 0.3, Math.sin(turn) * r * 0.3];
    return [cut(x + dx, y - dy, r * 0.2, turn + 0.9, r * 0.07), cut(x - dx, y + dy, r * 0.2, turn - 0.9, r * 0.07)];
  });
  return joined([cut(cx, cy, r * 0.8, turn, r * 0.16), ...veins]);
}

/** Where the knife went the crust tore open: pale inside, with a dark ear on one side. */
function cut(cx: number, cy: number, half: number, turn: number, width: number): Cut {
  const [dx, dy] = [Math.sin(turn) * half, Math.cos(turn) * half];
  const [px, py] = [Math.cos(turn) * width, -Math.sin(turn) * width];
  const [from, to] = [`${n(cx - dx)} ${n(cy - dy)}`, `${n(cx + dx)} ${n(cy + dy)}`];
  const lens = `M${from}Q${n(cx + px)} ${n(cy + py)} ${to}Q${n(cx - px)} ${n(cy - py)} ${from}Z`;
  return {
    shade: line(lens, "#3f1d0a", 9, 0.5),
    open: path(lens, "url(#torn)"),
    ear: line(`M${from}Q${n(cx + px)} ${n(cy + py)} ${to}`, "#43200b", 6, 0.8) + line(`M${from}Q${n(cx + px * 0.3)} ${n(cy + py * 0.3)} ${to}`, "#fff0cf", 3, 0.5),
  };
}

function joined(cuts: Cut[]): Cut {
  const all = (part: keyof Cut) => cuts.map((one) => one[part]).join("");
  return { shade: all("shade"), open: all("open"), ear: all("ear") };
}
