import type { Random } from "../random";
import { blurred, curve, ellipse, line, linear, many, mix, n, path, type Point, radial, rect, ridge, type Scene, WIDTH } from "./canvas";

/** A stone mill beside a slow river, early. */
export function mill(random: Random): Scene {
  const defs =
    linear("sky", [[0, "#e9cfa6"], [0.45, "#f3dcb2"], [0.8, "#f9e7c6"], [1, "#f6dcb0"]]) +
    radial("sun", ["50%", "50%", "50%"], [[0, "#fffbea"], [0.14, "#fff3d0", 0.95], [0.4, "#ffe2a6", 0.5], [1, "#ffdd9c", 0]]) +
    linear("river", [[0, "#f7e3bd"], [0.35, "#dcb681"], [1, "#8d6034"]]) +
    linear("wall", [[0, "#4f3521"], [1, "#7a5636"]], [0, 0, 1, 0.2]) +
    linear("bank", [[0, "#8a6a3a"], [1, "#4c351c"]]);

  return { defs, body: air() + hills(random) + trees(random) + water(random) + bank(random) + house(random) + mist(random) };
}

function air(): string {
  return rect(0, 0, WIDTH, 900, "url(#sky)") + ellipse(1160, 330, 640, 520, "url(#sun)") + ellipse(1160, 330, 52, 52, "#fffdf2");
}

function hills(random: Random): string {
  const tones = ["#ecd0a0", "#dfbb84", "#c99f66", "#a97f49"];
  return tones
    .map((tone, at) => path(ridge(random, 360 + at * 52, 46 - at * 7, 6 + at * 2), tone, 0.72 + at * 0.09))
    .join(blurred(24, rect(-100, 430, 1800, 60, "#fff3d6", 0.4)));
}

/** The river takes the sky's colours; ripples lie flatter and closer the farther away they are. */
function water(random: Random): string {
  const surface = path("M-20 585 C 420 556 900 560 1620 582 L1620 920 L-20 920Z", "url(#river)");
  const glitter = many(230, () => {
    const depth = random.next() ** 1.4;
    const y = 582 + depth * 310;
    const length = 14 + depth * 130;
    const x = 1130 + (random.next() + random.next() - 1) * (130 + depth * 620);
    const isBright = random.chance(0.62);
    return line(`M${n(x - length / 2)} ${n(y)}h${n(length)}`, isBright ? "#fff6dc" : "#6f4a26", 1 + depth * 3.4, isBright ? 0.75 - depth * 0.35 : 0.16);
  });
  return surface + blurred(24, ellipse(1150, 640, 210, 70, "#fff7df", 0.65)) + blurred(2, glitter);
}

function bank(random: Random): string {
  const ground = path("M-20 548 C 160 520 420 536 640 566 C 700 576 740 590 700 602 C 520 640 260 650 -20 668Z", "url(#bank)");
  const grass = many(260, () => {
    const x = random.between(-10, 690);
    const y = 604 + (1 - x / 900) * 46 + random.between(-10, 8);
    return line(`M${n(x)} ${n(y)}q${n(random.between(-3, 3))} -12 ${n(random.between(-7, 7))} -${n(random.between(12, 30))}`, random.pick(["#5d4423", "#7d5c2e", "#a07a3e"]), 2, 0.8);
  });
  const shade = path("M0 640 C 240 628 520 620 700 602 C 640 700 300 760 -20 760Z", "#4a2f17", 0.34);
  const reflection = path("M230 660L250 786L376 840L510 780L620 690L640 622Z", "#3a2413", 0.3);
  return blurred(24, shade, reflection) + ground + grass;
}

function house(random: Random): string {
  const stones = many(150, () => {
    const [x, y] = [random.between(232, 500), random.between(384, 556)];
    return rect(x, y, random.between(9, 22), random.between(5, 9), random.pick(["#8d6945", "#553a24", "#9c7650"]), 0.45, 'rx="2"');
  });
  const walls =
    path("M230 566V372L376 300L522 372V572Z", "url(#wall)") + stones +
    path("M522 392L604 420V572H522Z", "#8a643e") + path("M522 392L604 420V572H522Z", "#3f2a1a", 0.35) +
    path("M206 384L376 290L546 384L534 392L376 308L218 392Z", "#3a2415") +
    path("M376 292L546 384L626 416L606 428L522 394Z", "#5d3e26") +
    rect(440, 274, 30, 62, "#5a3c25") + rect(436, 268, 38, 10, "#36210f");
  const windows = [[290, 408], [352, 408], [414, 408], [290, 476], [414, 476]] as const;
  const halos = windows.map(([x, y]) => rect(x - 6, y - 6, 46, 54, "#ffce7a", 0.3)).join("");
  const lit = windows.map(([x, y]) => rect(x, y, 32, 40, "#2e1c10") + rect(x + 3, y + 3, 12, 34, "#ffd996") + rect(x + 17, y + 3, 12, 34, "#f7bd68")).join("");
  return walls + blurred(10, halos) + lit + rect(350, 492, 42, 76, "#2a190d", 1, 'rx="3"') + wheel();
}

/** The wheel stands in the river at the gable that faces the light. */
function wheel(): string {
  const [cx, cy, r] = [624, 532, 88];
  const spokes = many(12, (i) => {
    const angle = (i / 12) * Math.PI * 2 + 0.13;
    const [x, y] = [Math.cos(angle), Math.sin(angle)];
    const paddle = line(`M${n(cx + x * (r - 14))} ${n(cy + y * (r - 14))}L${n(cx + x * (r + 12))} ${n(cy + y * (r + 12))}`, "#24150b", 9);
    return line(`M${cx} ${cy}L${n(cx + x * r)} ${n(cy + y * r)}`, "#2f1d10", 5) + paddle;
  });
  const ring = (radius: number, width: number) => line(`M${cx - radius} ${cy}a${radius} ${radius} 0 1 0 ${radius * 2} 0a${radius} ${radius} 0 1 0 -${radius * 2} 0`, "#2f1d10", width);
  const foam = ellipse(cx + 30, 618, 120, 12, "#fff8e6", 0.75) + ellipse(cx + 90, 634, 150, 9, "#fff8e6", 0.4);
  return spokes + ring(r, 8) + ring(r - 24, 5) + ellipse(cx, cy, 12, 12, "#24150b") + blurred(5, foam);
}

/** Poplars: the near ones dark against the sky, the far ones in the haze. */
function trees(random: Random): string {
  const far = [760, 800, 846, 1420, 1462, 1504].map((x) => poplar(random, x, 572, random.between(76, 128), "#94703b")).join("");
  const near = [[150, 268], [82, 330], [14, 396]].map(([x = 0, height = 0], at) => poplar(random, x, 580, height, mix("#6d5128", "#55401f", at / 2))).join("");
  return blurred(2, far) + near;
}

function poplar(random: Random, x: number, base: number, height: number, tone: string): string {
  const wide = height * 0.12;
  const side = (sign: 1 | -1): Point[] =>
    [0.02, 0.14, 0.3, 0.46, 0.62, 0.78, 0.92].map((up) => [x + sign * wide * Math.sin(Math.PI * (0.16 + up * 0.8)) * random.between(0.82, 1.16), base - height * up]);
  const outline = curve([...side(-1), [x + random.between(-3, 3), base - height], ...side(1).reverse()], true);
  const leaves = many(Math.round(height * 0.9), () => {
    const up = random.between(0.04, 0.97);
    const reach = wide * 1.12 * Math.sin(Math.PI * (0.16 + up * 0.8));
    const across = random.between(-1, 1);
    return ellipse(x + across * reach, base - up * height, random.between(2, 5.5), random.between(3, 8), mix(tone, across > 0 ? "#d9ae66" : "#3b2a12", random.next() * 0.45), 0.55);
  });
  return path(outline, tone) + leaves;
}

/** Mist over the water and the first light through it. */
function mist(random: Random): string {
  const banks = many(7, () => ellipse(random.between(300, 1600), random.between(545, 600), random.between(160, 340), random.between(10, 24), "#fff6e0", 0.3));
  return blurred(24, banks) + ellipse(1160, 420, 900, 420, "url(#sun)", 0.42);
}
