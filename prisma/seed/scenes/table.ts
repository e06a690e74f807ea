import type { Random } from "../random";
import { blurred, ellipse, line, linear, many, n, path, radial, rect, type Scene, WIDTH } from "./canvas";

const FAR = 384;
const [LEFT, RIGHT] = [250, 1400];

/** A long table dusted with flour; shaped loaves wait in morning light. */
export function table(random: Random): Scene {
  const defs =
    linear("room", [[0, "#d9bd94"], [0.5, "#e8d1aa"], [1, "#b98f5c"]], [0, 0, 1, 0.5]) +
    linear("wood", [[0, "#dcb27a"], [0.4, "#b98549"], [1, "#6f4521"]]) +
    radial("dough", ["34%", "16%", "92%"], [[0, "#fffdf6"], [0.42, "#f7e8cd"], [0.74, "#dcbd8f"], [1, "#a37a48"]]) +
    linear("pane", [[0, "#fffdf4"], [1, "#fff0cf"]]) +
    linear("beam", [[0, "#fffaf0", 0.7], [1, "#fffaf0", 0]], [0, 0, 1, 0.7]) +
    '<clipPath id="top"><path d="M-400 920L250 384H1400L2000 920Z"/></clipPath>';
  return { defs, body: room(random) + board(random) + row(random) + light(random) };
}

/** Out of focus: a window, shelves with bowls and jars. */
function room(random: Random): string {
  const panes = many(2, (row) => many(3, (column) => rect(120 + column * 150, 30 + row * 172, 138, 160, "url(#pane)")));
  const bowls = rect(820, 236, 720, 18, "#8a5e32") + many(7, (i) => ellipse(880 + i * 98, 208, random.between(28, 42), random.between(24, 32), random.pick(["#f0dfbf", "#b3794a", "#d9b27c", "#8f5f38"])));
  const jars = rect(860, 96, 640, 14, "#8a5e32") + many(8, (i) => rect(890 + i * 78, 40 + (i % 3) * 10, 46, 56 - (i % 3) * 10, random.pick(["#c99a60", "#f3e6cb", "#a5743f"]), 1, 'rx="8"'));
  return rect(0, 0, WIDTH, 900, "url(#room)") + blurred(10, panes, bowls, jars) + blurred(60, ellipse(330, 200, 520, 330, "#fffbee", 0.5));
}

/** The boards run away from the eye; `across` 0 to 1 from the left edge, `near` 0 to 1 towards us. */
function onTable(across: number, near: number): [x: number, y: number] {
  const far = LEFT + across * (RIGHT - LEFT);
  return [far + (-400 + across * 2400 - far) * near, FAR + near * (920 - FAR)];
}

function board(random: Random): string {
  const between = (across: number, from: number, to: number) => {
    const [[x1, y1], [x2, y2]] = [onTable(across, from), onTable(across, to)];
    return `M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}`;
  };
  const joints = many(13, (i) => line(between(i / 12, 0, 1), "#4d2e13", 3.5, 0.55) + line(between(i / 12 + 0.004, 0, 1), "#f2cf98", 2, 0.4));
  const veins = many(120, () => {
    const from = random.next() * 0.85;
    return line(between(random.next(), from, from + random.between(0.06, 0.16)), random.pick(["#5e3a1a", "#8a5a2c", "#f0cb92"]), random.between(1, 3), 0.28);
  });
  const handfuls = many(130, () => {
    const near = random.next() ** 1.3;
    const [x, y] = onTable(random.between(0.04, 0.96), near);
    const size = (0.25 + near) * random.between(40, 120);
    return ellipse(x, y, size, size * 0.2, "#fffaf0", random.between(0.1, 0.34));
  });
  const grains = many(900, () => {
    const near = random.next() ** 1.2;
    const [x, y] = onTable(random.between(0.02, 0.98), near);
    const size = (0.35 + near) * random.between(0.8, 3);
    return ellipse(x, y, size, size * 0.5, "#fffdf6", random.between(0.3, 0.9));
  });
  const strewn = `<g clip-path="url(#top)">${blurred(10, handfuls)}${grains}</g>`;
  return path("M-400 920L250 384H1400L2000 920Z", "url(#wood)") + joints + veins + strewn + blurred(2, line(`M${LEFT} ${FAR}H${RIGHT}`, "#fff1d2", 5, 0.7));
}

const rows = [
  [[560, 420, 0.34], [700, 424, 0.36], [846, 421, 0.35], [992, 425, 0.36], [1130, 421, 0.35]],
  [[430, 506, 0.58], [668, 512, 0.6], [916, 508, 0.6], [1160, 514, 0.59]],
  [[236, 678, 1.02], [660, 694, 1.08], [1096, 686, 1.06], [1500, 674, 1.0]],
] as const;

/** The near loaves are sharp, the far ones are not. */
function row(random: Random): string {
  const [far, middle, near] = rows.map((places) => ({
    shadow: places.map(([x, y, size]) => ellipse(x + 40 * size, y + 34 * size, 198 * size, 36 * size, "#43260e", 0.6)).join(""),
    loaves: places.map(([x, y, size]) => loaf(random, x, y, size)).join(""),
  }));
  const shine = rows.flat().map(([x, y, size]) => ellipse(x - 62 * size, y - 62 * size, 62 * size, 20 * size, "#ffffff", 0.8));
  return (
    blurred(10, far!.shadow, middle!.shadow) + blurred(24, near!.shadow) +
    blurred(5, far!.loaves) + blurred(2, middle!.loaves) + near!.loaves + blurred(10, ...shine)
  );
}

function loaf(random: Random, cx: number, cy: number, size: number): string {
  const [rx, ry] = [186 * size, 116 * size];
  const shape =
    `M${n(cx - rx)} ${n(cy - ry * 0.06)}C${n(cx - rx * 0.98)} ${n(cy - ry * 1.24)} ${n(cx + rx * 0.98)} ${n(cy - ry * 1.24)} ${n(cx + rx)} ${n(cy - ry * 0.06)}` +
    `C${n(cx + rx)} ${n(cy + ry * 0.3)} ${n(cx + rx * 0.7)} ${n(cy + ry * 0.4)} ${n(cx)} ${n(cy + ry * 0.42)}C${n(cx - rx * 0.7)} ${n(cy + ry * 0.4)} ${n(cx - rx)} ${n(cy + ry * 0.3)} ${n(cx - rx)} ${n(cy - ry * 0.06)}Z`;
  const seam = line(`M${n(cx - rx * 0.62)} ${n(cy - ry * 0.2)}C${n(cx - rx * 0.2)} ${n(cy - ry * 0.56)} ${n(cx + rx * 0.3)} ${n(cy - ry * 0.54)} ${n(cx + rx * 0.68)} ${n(cy - ry * 0.12)}`, "#a97d48", 3.2 * size, 0.4);
  const flour = many(Math.round(70 * size), () => {
    const across = random.between(-0.85, 0.85);
    return ellipse(cx + across * rx, cy - ry * random.between(-0.1, 0.8 - across * across * 0.7), random.between(1, 5) * size, random.between(0.8, 3) * size, "#ffffff", 0.55);
  });
  return path(shape, "url(#dough)") + seam + flour;
}

function light(random: Random): string {
  const specks = many(150, () => ellipse(random.between(0, 1600), random.between(60, 640), random.between(0.7, 2.8), random.between(0.7, 2.8), "#fffdf6", random.between(0.25, 0.85)));
  return blurred(24, path("M100 -20H560L1500 920H620Z", "url(#beam)", 0.4)) + specks;
}
