import type { Random } from "../random";
import { blurred, ellipse, line, linear, many, mix, n, path, radial, rect, type Scene, WIDTH } from "./canvas";

/** The mouth: half an ellipse on short posts, standing on the sill. */
const [CX, SILL, RX, RY] = [800, 660, 400, 272];
const SPRING = SILL - 44;

/** The mouth of a vaulted oven, glowing, with loaves before it. */
export function oven(random: Random): Scene {
  const defs =
    linear("room", [[0, "#1c0f08"], [0.7, "#2a160b"], [1, "#160b05"]]) +
    radial("fire", ["50%", "92%", "85%"], [[0, "#fff2c2"], [0.16, "#ffcf6b"], [0.38, "#f3922f"], [0.66, "#a4460f"], [1, "#3a1507"]]) +
    radial("glow", ["50%", "50%", "50%"], [[0, "#ffb14a", 0.75], [0.45, "#f07f22", 0.3], [1, "#f07f22", 0]]) +
    linear("sill", [[0, "#e59a4b"], [0.12, "#8d5527"], [1, "#1d0f07"]]) +
    radial("crust", ["50%", "8%", "95%"], [[0, "#ffd48a"], [0.25, "#d98a3c"], [0.6, "#7d4119"], [1, "#2b1408"]]);

  return {
    defs,
    body:
      rect(0, 0, WIDTH, 900, "url(#room)") +
      wall(random) +
      ellipse(CX, SILL - 130, 760, 520, "url(#glow)") +
      path(`${mouth(1)}Z`, "url(#fire)") +
      inside(random) +
      arch(random) +
      rect(0, SILL, WIDTH, 260, "url(#sill)") +
      blurred(24, ellipse(CX, SILL + 10, 560, 60, "#ffc566", 0.55)) +
      bread(random) +
      sparks(random),
  };
}

function mouth(part: number): string {
  const [x, y] = [RX * part, RY * part];
  return `M${n(CX - x)} ${SILL}V${SPRING}A${n(x)} ${n(y)} 0 0 1 ${n(CX + x)} ${SPRING}V${SILL}`;
}

function wall(random: Random): string {
  return many(16, (row) =>
    many(17, (column) => {
      const x = column * 104 - (row % 2) * 52 - 60;
      const y = row * 44 - 10;
      const far = Math.hypot(x + 50 - CX, (y - SILL + 120) * 1.2) / 900;
      return rect(x, y, 98, 38, mix("#8a4a20", "#23120a", clamp(far + random.between(-0.06, 0.1))), 1, 'rx="4"');
    }),
  );
}

/** The vault's rings fading into the fire, and the flames. */
function inside(random: Random): string {
  const rings = many(5, (ring) => line(mouth(0.93 - ring * 0.15), mix("#6b2c0c", "#ffd27a", ring / 5), 5, 0.4 - ring * 0.05));
  const flames = many(26, () => {
    const x = CX + random.between(-250, 250);
    const height = random.between(40, 150) * (1 - Math.abs(x - CX) / 420);
    const tip = x + random.between(-24, 24);
    const shape =
      `M${n(x - 16)} ${SILL - 4}C${n(x - 22)} ${n(SILL - height * 0.5)} ${n(tip)} ${n(SILL - height * 0.7)} ${n(tip)} ${n(SILL - height)}` +
      `C${n(tip + 10)} ${n(SILL - height * 0.6)} ${n(x + 24)} ${n(SILL - height * 0.4)} ${n(x + 16)} ${SILL - 4}Z`;
    return path(shape, random.pick(["#fff0b8", "#ffd873", "#ffb648"]), random.between(0.3, 0.7));
  });
  return blurred(2, rings) + blurred(10, flames) + blurred(24, ellipse(CX, SILL - 10, 300, 40, "#fff4cf", 0.8));
}

/** Two courses of bricks set on edge around the mouth, lit from inside. */
function arch(random: Random): string {
  const at = (part: number, far: number) => {
    const angle = part * Math.PI;
    return `${n(CX + Math.cos(angle) * (RX + far))} ${n(SPRING - Math.sin(angle) * (RY + far))}`;
  };
  const course = (inner: number, outer: number, count: number, dark: number) =>
    many(count, (i) => {
      const [from, to] = [(i + 0.06) / count, (i + 0.94) / count];
      return path(`M${at(from, inner)}L${at(to, inner)}L${at(to, outer)}L${at(from, outer)}Z`, mix("#d0712a", "#3a1a0b", clamp(dark + random.between(-0.12, 0.12))));
    });
  const posts = many(2, (side) =>
    many(2, (column) => rect(CX + (side ? RX + 3 + column * 52 : -RX - 49 - column * 52), SPRING + 2, 46, 42, mix("#c0682a", "#3a1a0b", 0.2 + column * 0.4))),
  );
  return course(2, 48, 34, 0.2) + course(54, 100, 38, 0.62) + posts + blurred(2, line(mouth(1), "#ffb75a", 6, 0.85));
}

function bread(random: Random): string {
  const row = [[236, 742, 150, 104], [520, 764, 166, 118], [1086, 762, 168, 118], [1374, 742, 150, 104], [802, 806, 196, 136]] as const;
  const shadows = row.map(([cx, cy, rx, ry]) => ellipse(cx, cy + ry * 0.26, rx * 1.02, ry * 0.24, "#0d0603", 0.75)).join("");
  return blurred(10, shadows) + row.map(([cx, cy, rx, ry]) => loaf(random, cx, cy, rx, ry)).join("");
}

function loaf(random: Random, cx: number, cy: number, rx: number, ry: number): string {
  const shape =
    `M${n(cx - rx)} ${cy}C${n(cx - rx)} ${n(cy - ry * 1.35)} ${n(cx + rx)} ${n(cy - ry * 1.35)} ${n(cx + rx)} ${cy}` +
    `C${n(cx + rx)} ${n(cy + ry * 0.34)} ${n(cx - rx)} ${n(cy + ry * 0.34)} ${n(cx - rx)} ${cy}Z`;
  const cuts = many(3, (i) => {
    const x = cx + (i - 1) * rx * 0.5;
    const [from, to] = [`${n(x - rx * 0.2)} ${n(cy - ry * 0.3)}`, `${n(x + rx * 0.2)} ${n(cy - ry * 0.86)}`];
    const open = `M${from}Q${n(x - rx * 0.14)} ${n(cy - ry * 0.76)} ${to}Q${n(x + rx * 0.12)} ${n(cy - ry * 0.44)} ${from}Z`;
    return path(open, "#e9b873", 0.9) + line(`M${from}Q${n(x + rx * 0.12)} ${n(cy - ry * 0.44)} ${to}`, "#3d1a09", 5, 0.7);
  });
  const flour = many(80, () => {
    const across = random.between(-0.8, 0.8);
    return ellipse(cx + across * rx, cy - ry * random.between(0.05, 0.92 - across * across * 0.5), random.between(1, 4), random.between(1, 2.4), "#ffe9c4", 0.3);
  });
  return path(shape, "url(#crust)") + flour + cuts;
}

function sparks(random: Random): string {
  return many(46, () => {
    const y = random.between(180, 640);
    return ellipse(CX + random.between(-1, 1) * (130 + (660 - y) * 0.7), y, random.between(0.8, 2.4), random.between(0.8, 2.4), "#ffd68a", random.between(0.3, 0.9));
  });
}

function clamp(part: number): number {
  return Math.min(1, Math.max(0, part));
}
