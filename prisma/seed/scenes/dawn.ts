import type { Random } from "../random";
import { blurred, ellipse, line, linear, many, mix, n, path, radial, rect, type Scene, WIDTH } from "./canvas";

const STREET = 664;

/** A street before sunrise with one window lit. */
export function dawn(random: Random): Scene {
  const defs =
    linear("sky", [[0, "#4a586c"], [0.36, "#8d8788"], [0.64, "#dba982"], [0.84, "#f4cc9a"], [1, "#f9deb2"]]) +
    linear("street", [[0, "#7d675a"], [0.3, "#54453f"], [1, "#231c1b"]]) +
    linear("window", [[0, "#ffe9b0"], [0.55, "#ffc566"], [1, "#f09a3a"]]) +
    radial("glow", ["50%", "50%", "50%"], [[0, "#ffc873", 0.8], [0.4, "#ffab4a", 0.32], [1, "#ffab4a", 0]]) +
    linear("facade", [[0, "#5b4d4c"], [1, "#332929"]]) +
    linear("spill", [[0, "#ffd487", 0.9], [1, "#ffb452", 0]]);

  return { defs, body: sky(random) + farRoofs(random) + rows(random) + bakery(random) + street(random) + lamps() };
}

function sky(random: Random): string {
  const clouds = many(12, () => ellipse(random.between(0, 1600), random.between(70, 400), random.between(150, 420), random.between(5, 16), random.pick(["#f6d0a8", "#e3ac8e", "#94908f"]), 0.38));
  return rect(0, 0, WIDTH, 720, "url(#sky)") + blurred(10, clouds);
}

/** Roofs and a church tower far away, paler the farther. */
function farRoofs(random: Random): string {
  const skyline = (base: number, tone: string, high: number) => {
    let d = `M-20 ${STREET}V${base}`;
    for (let x = -20; x < 1640; ) {
      const width = random.between(46, 120);
      const up = base - random.between(0, high);
      d += `L${n(x)} ${n(up)}L${n(x + width / 2)} ${n(up - random.between(14, 38))}L${n(x + width)} ${n(up)}`;
      x += width;
    }
    return path(`${d}V${STREET}Z`, tone);
  };
  const church = path("M868 560V360L874 352L904 214L934 352L940 360V480L1010 440L1080 480V560Z", "#a9826f") + rect(898, 384, 12, 34, "#7c5f54");
  const haze = blurred(24, rect(-40, 430, 1700, 120, "#f8d8aa", 0.4));
  return skyline(486, "#cfa286", 44) + church + haze + skyline(560, "#947369", 60);
}

/** The houses on both sides run towards the light at the end of the street. */
function rows(random: Random): string {
  const side = (isLeft: boolean) =>
    many(4, (i) => {
      const [near, far] = [i * 165, (i + 1) * 165 + 2];
      const x = (distance: number) => (isLeft ? -60 + distance : 1660 - distance);
      const top = (distance: number) => 40 + i * 70 + distance * 0.28 + (i % 2) * 26;
      const front = path(`M${n(x(near))} ${n(top(near))}L${n(x(far))} ${n(top(far))}V${STREET + 4 - i * 2}H${n(x(near))}Z`, mix("#352b2b", "#8f6f60", i / 4.2));
      const cornice = line(`M${n(x(near))} ${n(top(near))}L${n(x(far))} ${n(top(far))}`, mix("#5f4f4e", "#c09a80", i / 4), 9);
      const windows = many(4, (floor) =>
        many(2, (column) => {
          const distance = near + 34 + column * 66;
          const y = top(distance) + 46 + floor * (106 - i * 13);
          if (y > STREET - 130) return "";
          const left = x(distance) - (isLeft ? 0 : 32);
          return rect(left, y, 32, 56 - i * 5, mix("#211a1b", "#9a7c70", i / 6 + random.next() * 0.12), 1, 'rx="2"') + rect(left - 3, y + 56 - i * 5, 38, 4, mix("#5f4f4e", "#c09a80", i / 4));
        }),
      );
      return front + windows + cornice;
    });
  return side(true) + side(false);
}

function bakery(random: Random): string {
  const windows = many(2, (floor) =>
    many(3, (column) => {
      const [x, y] = [344 + column * 98, 230 + column * 13 + floor * 104];
      return rect(x, y, 50, 72, "#241d1d") + line(`M${x + 25} ${y}v72M${x} ${y + 30}h50`, "#4a3e3d", 3) + line(`M${x - 4} ${y + 76}h58`, "#7b6866", 6);
    }),
  );
  const front = path(`M300 ${STREET + 6}V168L640 214V${STREET}Z`, "url(#facade)") + path("M292 176L648 222L648 206L292 156Z", "#75625d") + windows;
  const glass = path(`M336 466L560 472V${STREET - 42}L336 ${STREET - 34}Z`, "url(#window)");
  const loaves =
    many(8, (i) => ellipse(362 + i * 25, 563, 15, 12, random.pick(["#b9752f", "#a5611f", "#c58a45"]))) + line("M340 577L556 579", "#8a5423", 6) +
    many(9, (i) => ellipse(356 + i * 24, STREET - 58, 18, 14, random.pick(["#b06a2a", "#c98339", "#9a5820"])) + line(`M${348 + i * 24} ${STREET - 62}q8 -8 15 -2`, "#f5cf8e", 3));
  const bars = line(`M410 468V${STREET - 36}M486 470V${STREET - 38}`, "#5a3517", 6) + line("M336 506L560 510", "#5a3517", 5);
  const door = path(`M580 476L626 478V${STREET - 2}L580 ${STREET}Z`, "#ffcf7c") + line(`M580 ${STREET}V476L626 478V${STREET - 2}`, "#4a2a12", 7);
  const awning = path("M322 458L572 464L604 512L298 508Z", "#8b3f22") + many(6, (i) => path(`M${328 + i * 42} 458l20 .5L${350 + i * 51 - 26} 511l-26 -1Z`, "#ead3ad", 0.9));
  return front + ellipse(450, 570, 380, 260, "url(#glow)") + glass + loaves + bars + door + awning;
}

function street(random: Random): string {
  const stones = many(520, () => {
    const depth = random.next() ** 0.8;
    const [x, y] = [random.between(-20, 1620), STREET + 8 + depth * 230];
    const near = Math.max(0, 1 - Math.abs(x - 430) / (240 + depth * 160));
    return ellipse(x, y, 10 + depth * 26, 2 + depth * 6, mix("#6b5b56", "#ffcf86", near * 0.8), 0.2 + near * 0.35);
  });
  const sky = many(70, () => line(`M${n(random.between(640, 1120))} ${n(STREET + random.between(6, 220))}h${n(random.between(30, 120))}`, "#f6cb9c", 2.5, 0.28));
  const spill = path(`M326 ${STREET}H626L760 910H90Z`, "url(#spill)", 0.55);
  const horizon = ellipse(820, STREET + 2, 420, 14, "#f9d6a4", 0.6);
  return rect(0, STREET, WIDTH, 240, "url(#street)") + stones + blurred(10, spill, horizon) + blurred(2, sky);
}

function lamps(): string {
  const lamp = (x: number, y: number, size: number) =>
    line(`M${x} ${y}V${n(STREET + 24 * size)}`, "#2a2121", 8 * size) +
    ellipse(x, y - 14 * size, 150 * size, 130 * size, "url(#glow)", 0.7) +
    ellipse(x, y - 14 * size, 13 * size, 18 * size, "#fff0c4") +
    path(`M${n(x - 20 * size)} ${n(y - 34 * size)}h${n(40 * size)}l-${n(14 * size)} -${n(14 * size)}h-${n(12 * size)}Z`, "#2a2121");
  return lamp(760, 470, 0.6) + lamp(1236, 330, 1);
}
