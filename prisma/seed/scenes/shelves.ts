import type { Random } from "../random";
import { blurred, ellipse, line, linear, many, mix, n, path, radial, rect, type Scene, WIDTH } from "./canvas";

/** Shelves of proofing baskets, shelf over shelf, with light falling in from the right. */
export function shelves(random: Random): Scene {
  const defs =
    linear("back", [[0, "#5b3a20"], [0.5, "#9a6a3a"], [1, "#e2b676"]], [0, 0, 1, 0.2]) +
    linear("board", [[0, "#7a4f2a"], [0.6, "#c0894d"], [1, "#f0c98c"]], [0, 0, 1, 0]) +
    linear("edge", [[0, "#3d2412"], [0.6, "#7d5029"], [1, "#b98449"]], [0, 0, 1, 0]) +
    linear("ray", [[0, "#fff1cf", 0.75], [1, "#fff1cf", 0]], [1, 0, 0, 0.6]) +
    linear("shade", [[0, "#2d190b", 0.62], [1, "#2d190b", 0]], [0, 0, 1, 0]) +
    radial("dough", ["66%", "20%", "90%"], [[0, "#fffaf0"], [0.4, "#f4e3c5"], [0.75, "#cfa977"], [1, "#8f6537"]]) +
    linear("basket", [[0, "#5a381b"], [0.55, "#b07c43"], [1, "#e6bd80"]], [0, 0, 1, 0]);

  const rows = [205, 427, 649, 871];
  const baskets = rows.flatMap((y, row) =>
    [0, 1, 2, 3, 4, 5].map((column) => ({ x: 140 + column * 264 + (row % 2) * 18 + random.between(-7, 7), base: y - 8, rise: random.between(0.92, 1.12) })),
  );
  const rays = path("M1640 -60L1640 560L-40 1010L-40 620Z", "url(#ray)", 0.42) + path("M1640 -120L1640 120L200 560L200 420Z", "url(#ray)", 0.36);
  return {
    defs,
    body:
      rect(0, 0, WIDTH, 900, "url(#back)") +
      blurred(10, ...rows.map((y) => rect(-20, y + 30, 1640, 46, "#26140a", 0.45))) +
      rows.map((y) => board(random, y)).join("") +
      blurred(5, ...baskets.map(({ x, base }) => ellipse(x - 14, base + 4, 112, 13, "#1f1007", 0.6))) +
      baskets.map(({ x, base, rise }) => basket(random, x, base, 116, rise)).join("") +
      posts() +
      blurred(24, rays) +
      dust(random),
  };
}

function board(random: Random, y: number): string {
  const wood = many(18, () => line(`M${n(random.between(0, 1500))} ${n(y + random.between(-10, 26))}h${n(random.between(40, 220))}`, "#5b381b", 1.4, 0.3));
  return path(`M-20 ${y - 14}L1620 ${y - 14}L1620 ${y + 10}L-20 ${y + 10}Z`, "url(#board)") + rect(-20, y + 10, 1640, 20, "url(#edge)") + wood;
}

/** A cane basket with risen dough above its rim. */
function basket(random: Random, cx: number, base: number, r: number, rise: number): string {
  const top = base - 74;
  const light = cx / WIDTH;
  const dome = `M${n(cx - r * 0.9)} ${n(top + 8)}C${n(cx - r * 0.86)} ${n(top - 62 * rise)} ${n(cx + r * 0.86)} ${n(top - 62 * rise)} ${n(cx + r * 0.9)} ${n(top + 8)}Z`;
  const bowl =
    `M${n(cx - r)} ${top}L${n(cx + r)} ${top}C${n(cx + r * 0.96)} ${n(base - 16)} ${n(cx + r * 0.8)} ${base} ${n(cx + r * 0.66)} ${base}` +
    `H${n(cx - r * 0.66)}C${n(cx - r * 0.8)} ${base} ${n(cx - r * 0.96)} ${n(base - 16)} ${n(cx - r)} ${top}Z`;
  const flour = many(26, () => {
    const across = random.between(-0.7, 0.7);
    return ellipse(cx + across * r, top - random.between(0, 36 * (1 - across * across)) * rise, random.between(1, 3.4), random.between(0.8, 2), "#ffffff", 0.6);
  });
  const canes = many(6, (i) => {
    const y = top + 9 + i * 11.5;
    const wide = r * (0.985 - (i / 6) ** 2 * 0.24);
    const arc = (from: number) => `M${n(cx - wide)} ${n(from)}Q${n(cx)} ${n(from + 6)} ${n(cx + wide)} ${n(from)}`;
    return line(arc(y), "#3f2510", 2.4, 0.55) + line(arc(y + 3), "#f3d09a", 1.6, 0.15 + light * 0.4);
  });
  const rim = line(`M${n(cx - r)} ${top}Q${n(cx)} ${n(top + 12)} ${n(cx + r)} ${top}`, mix("#7a4f29", "#edc68a", light), 8);
  const dark = 0.85 - light * 0.55;
  return path(dome, "url(#dough)") + flour + path(dome, "url(#shade)", dark) + path(bowl, "url(#basket)") + canes + rim + path(bowl, "url(#shade)", dark);
}

function posts(): string {
  const at = [-6, 536, 1074, 1590];
  return blurred(10, ...at.map((x) => rect(x - 26, -10, 26, 920, "#1f1007", 0.28))) + at.map((x) => rect(x, -10, 30, 920, "url(#edge)") + rect(x + 22, -10, 8, 920, "#f2cd92", 0.35)).join("");
}

function dust(random: Random): string {
  return many(130, () => ellipse(random.between(200, 1600), random.between(0, 700), random.between(0.8, 2.6), random.between(0.8, 2.6), "#fff6e0", random.between(0.15, 0.6)));
}
