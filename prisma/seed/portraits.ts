/** Portraits of the demo's people, drawn like its other pictures: nobody's face is used. */
import sharp from "sharp";
import { linear, radial } from "./scenes/canvas";

const SIZE = 480;

export interface Portrait {
  skin: string;
  hair: string;
  style: "short" | "long" | "bob" | "bun" | "curls" | "thin";
  clothes: string;
  apron?: string;
  ground: [string, string];
  beard?: boolean;
  glasses?: boolean;
}

/** A portrait as a JPEG, square. */
export async function drawPortrait(portrait: Portrait): Promise<Buffer> {
  return sharp(Buffer.from(portraitSvg(portrait))).jpeg({ quality: 90 }).toBuffer();
}

function portraitSvg({ skin, hair, style, clothes, apron, ground, beard = false, glasses = false }: Portrait): string {
  const ink = "#3a261b";
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 320" width="${SIZE}" height="${SIZE}"><defs>
${linear("wall", [[0, ground[0]], [1, ground[1]]])}${radial("light", ["30%", "22%", "75%"], [[0, "#fff6e6", 0.55], [1, "#fff6e6", 0]])}
${linear("face", [[0, skin], [1, shade(skin)]], [0.2, 0, 0.9, 1])}<filter id="soft"><feGaussianBlur stdDeviation="9"/></filter></defs>
<rect width="320" height="320" fill="url(#wall)"/><g filter="url(#soft)" fill="#fff" fill-opacity="0.18"><rect x="18" y="44" width="90" height="10"/><rect x="214" y="92" width="110" height="10"/><circle cx="262" cy="76" r="15"/><circle cx="52" cy="30" r="13"/></g>
<rect width="320" height="320" fill="url(#light)"/>
${behind(style, hair)}
<path d="M30 330C34 258 88 232 132 224L188 224C232 232 286 258 290 330Z" fill="${clothes}"/>
${apron ? `<path d="M104 236L118 330L202 330L216 236C206 262 180 270 160 270C140 270 114 262 104 236Z" fill="${apron}"/>` : `<path d="M132 224L160 262L188 224L176 218L144 218Z" fill="#fff" fill-opacity="0.75"/>`}
<path d="M136 188L136 228C144 244 176 244 184 228L184 188Z" fill="${shade(skin)}"/>
<ellipse cx="160" cy="142" rx="56" ry="68" fill="url(#face)"/><ellipse cx="104" cy="148" rx="9" ry="15" fill="${shade(skin)}"/><ellipse cx="216" cy="148" rx="9" ry="15" fill="${shade(skin)}"/>
${beard ? `<path d="M106 150C108 208 136 222 160 222C184 222 212 208 214 150C206 178 190 180 160 180C130 180 114 178 106 150Z" fill="${hair}"/>` : ""}
<g fill="${ink}"><ellipse cx="138" cy="142" rx="5" ry="6"/><ellipse cx="182" cy="142" rx="5" ry="6"/></g>
<g fill="none" stroke="${ink}" stroke-linecap="round"><path d="M126 126Q138 119 149 125M171 125Q182 119 194 126" stroke-width="4.5" stroke="${shade(hair)}"/><path d="M160 146Q153 164 162 166" stroke-width="3" stroke-opacity="0.45"/><path d="M140 184Q160 200 180 184" stroke-width="4.5" stroke="#9c4a3c"/></g>
<g fill="#e2765f" fill-opacity="0.2"><circle cx="124" cy="166" r="12"/><circle cx="196" cy="166" r="12"/></g>
${glasses ? `<g fill="#fff" fill-opacity="0.14" stroke="${ink}" stroke-width="3.5"><circle cx="137" cy="143" r="18"/><circle cx="183" cy="143" r="18"/><path d="M155 141Q160 137 165 141" fill="none"/></g>` : ""}
${before(style, hair)}</svg>`;
}

/** Hair behind the head. */
function behind(style: Portrait["style"], hair: string): string {
  if (style === "long") return `<path d="M92 140C84 60 236 60 228 140C236 200 238 236 246 262C214 252 106 252 74 262C82 236 84 200 92 140Z" fill="${shade(hair)}"/>`;
  if (style === "bob") return `<path d="M92 140C86 62 234 62 228 140C232 176 230 196 224 212C200 206 120 206 96 212C90 196 88 176 92 140Z" fill="${shade(hair)}"/>`;
  if (style === "bun") return `<circle cx="160" cy="58" r="30" fill="${shade(hair)}"/>`;
  if (style === "curls") return `<g fill="${shade(hair)}">${[[100, 118, 30], [220, 118, 30], [96, 162, 24], [224, 162, 24]].map(([x, y, r]) => `<circle cx="${x}" cy="${y}" r="${r}"/>`).join("")}</g>`;
  return "";
}

/** Hair over the forehead. */
function before(style: Portrait["style"], hair: string): string {
  if (style === "thin") return `<path d="M104 132C104 104 112 92 122 86C116 100 112 116 110 134ZM216 132C216 104 208 92 198 86C204 100 208 116 210 134Z" fill="${hair}"/>`;
  if (style === "curls") return `<g fill="${hair}">${[[116, 92, 24], [146, 74, 26], [178, 74, 26], [206, 92, 24], [132, 88, 20], [190, 88, 20]].map(([x, y, r]) => `<circle cx="${x}" cy="${y}" r="${r}"/>`).join("")}</g>`;
  if (style === "short") return `<path d="M102 138C98 78 138 62 168 66C206 66 222 96 218 138C212 118 204 106 192 100C166 110 136 106 122 98C110 108 106 122 102 138Z" fill="${hair}"/>`;
  return `<path d="M100 146C92 76 140 60 162 64C206 62 230 84 220 146C214 116 196 104 178 92C158 110 124 108 110 118C104 126 102 136 100 146Z" fill="${hair}"/>`;
}

/** A quarter darker. */
function shade(colour: string): string {
  return `#${[1, 3, 5].map((at) => Math.round(parseInt(colour.slice(at, at + 2), 16) * 0.84).toString(16).padStart(2, "0")).join("")}`;
}
