/** What the scenes are drawn with. */
import type { Random } from "../random";

export const WIDTH = 1600;
export const HEIGHT = 900;

/** A scene's parts: what is defined, and what is drawn from back to front. */
export interface Scene {
  defs?: string;
  body: string;
}

/** The whole document, with the blurs that every scene may use and a soft darkening of the corners. @param width to draw it in */
export function svg({ defs = "", body }: Scene, width = WIDTH): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${width}" height="${n((width * HEIGHT) / WIDTH)}">
<defs>${[2, 5, 10, 24, 60].map(blur).join("")}
${radial("corners", ["55%", "45%", "75%"], [[0.55, "#2a1408", 0], [1, "#2a1408", 0.34]])}
${defs}</defs>${body}<rect width="${WIDTH}" height="${HEIGHT}" fill="url(#corners)"/></svg>`;
}

function blur(radius: number): string {
  return `<filter id="blur${radius}" x="-40%" y="-40%" width="180%" height="180%"><feGaussianBlur stdDeviation="${radius}"/></filter>`;
}

type Stop = [offset: number, colour: string, opacity?: number];

/** A gradient from top to bottom, or along another line (in parts of the shape's box). */
export function linear(id: string, stops: Stop[], [x1, y1, x2, y2] = [0, 0, 0, 1]): string {
  return `<linearGradient id="${id}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stops.map(stop).join("")}</linearGradient>`;
}

export function radial(id: string, [cx, cy, r]: [string, string, string], stops: Stop[]): string {
  return `<radialGradient id="${id}" cx="${cx}" cy="${cy}" r="${r}">${stops.map(stop).join("")}</radialGradient>`;
}

function stop([offset, colour, opacity = 1]: Stop): string {
  return `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${opacity}"/>`;
}

/*
 * How see-through a shape is goes into its fill or stroke: `opacity`, like every filter, makes the
 * renderer paint on a surface as large as the picture, which costs more than the whole scene when a
 * thousand shapes ask for it. Shapes that share a blur stand in one group for the same reason.
 */
export function rect(x: number, y: number, width: number, height: number, fill: string, opacity = 1, more = ""): string {
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" fill="${fill}"${faint("fill", opacity)} ${more}/>`;
}

export function ellipse(cx: number, cy: number, rx: number, ry: number, fill: string, opacity = 1, more = ""): string {
  return `<ellipse cx="${n(cx)}" cy="${n(cy)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}"${faint("fill", opacity)} ${more}/>`;
}

export function path(d: string, fill: string, opacity = 1): string {
  return `<path d="${d}" fill="${fill}"${faint("fill", opacity)}/>`;
}

export function line(d: string, stroke: string, width: number, opacity = 1): string {
  return `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${n(width)}" stroke-linecap="round"${faint("stroke", opacity)}/>`;
}

function faint(what: "fill" | "stroke", opacity: number): string {
  return opacity === 1 ? "" : ` ${what}-opacity="${Math.round(opacity * 100) / 100}"`;
}

/** Drawings out of focus. */
export function blurred(radius: 2 | 5 | 10 | 24 | 60, ...drawn: string[]): string {
  return `<g filter="url(#blur${radius})">${drawn.join("")}</g>`;
}

export type Point = [x: number, y: number];

/** A smooth line through the points (Catmull-Rom, written as Bézier curves). */
export function curve(points: Point[], isClosed = false): string {
  const at = (i: number): Point => {
    const count = points.length;
    const index = isClosed ? (i + count) % count : Math.min(Math.max(i, 0), count - 1);
    return points[index]!;
  };
  const [x0, y0] = at(0);
  let d = `M${n(x0)} ${n(y0)}`;
  for (let i = 0; i < points.length - (isClosed ? 0 : 1); i++) {
    const [before, from, to, behind] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const one: Point = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const two: Point = [to[0] - (behind[0] - from[0]) / 6, to[1] - (behind[1] - from[1]) / 6];
    d += `C${n(one[0])} ${n(one[1])} ${n(two[0])} ${n(two[1])} ${n(to[0])} ${n(to[1])}`;
  }
  return isClosed ? `${d}Z` : d;
}

/** Rolling ground from the left edge to the right, filled down to the bottom. */
export function ridge(random: Random, y: number, swing: number, steps: number): string {
  const points: Point[] = [];
  for (let i = -1; i <= steps + 1; i++) points.push([(i * WIDTH) / steps, y + random.between(-swing, swing)]);
  return `${curve(points)}L${WIDTH * 1.2} ${HEIGHT}L-200 ${HEIGHT}Z`;
}

/** A rounded, uneven shape: a stone, a bubble, a loaf. */
export function blob(random: Random, cx: number, cy: number, rx: number, ry: number, unevenness = 0.12, steps = 9): string {
  const turn = random.between(0, Math.PI * 2);
  const points: Point[] = [];
  for (let i = 0; i < steps; i++) {
    const angle = turn + (i / steps) * Math.PI * 2;
    const far = 1 + random.between(-unevenness, unevenness);
    points.push([cx + Math.cos(angle) * rx * far, cy + Math.sin(angle) * ry * far]);
  }
  return curve(points, true);
}

/** Many small things in one string. */
export function many(count: number, draw: (i: number) => string): string {
  let all = "";
  for (let i = 0; i < count; i++) all += draw(i);
  return all;
}

/** A colour between two, `part` of the way. */
export function mix(one: string, other: string, part: number): string {
  const channel = (at: number) => {
    const from = parseInt(one.slice(at, at + 2), 16);
    const to = parseInt(other.slice(at, at + 2), 16);
    return Math.round(from + (to - from) * part).toString(16).padStart(2, "0");
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

/** A short number: one decimal is enough for a pixel. */
export function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}
