import { useId } from "react";
import type { Tier } from "../tiers";

/** What a bar stands for: a part of its length that is certain, and one that it may reach to. Of 1. */
export interface BarLength {
  sure: number;
  most: number;
}

/** A figure as a bar: numbers end sharply, tenths and thirds say from where to where; null where nothing is shown. */
export function barOf(tier: Tier, value: number | null, longest: number | null): BarLength | null {
  if (value === null || tier === "hidden") return null;
  if (tier === "detail") return { sure: value / 10, most: (value + 1) / 10 };
  if (tier === "band") return { sure: value / 3, most: (value + 1) / 3 };
  const part = longest ? Math.min(1, value / longest) : 0;
  return { sure: part, most: part };
}

/** Drawn on the server; what it says stands in words beside it. Striped is estimated. */
export function Bar({ length, look = "counted", className = "h-4" }: { length: BarLength | null; look?: "counted" | "estimated"; className?: string }) {
  const stripes = useId();
  const percent = (part: number) => `${Math.round(part * 1000) / 10}%`;
  return (
    <svg aria-hidden width="100%" className={`block min-w-0 print:[print-color-adjust:exact] ${className}`}>
      <rect width="100%" height="100%" rx="3" className="fill-sunken" />
      {length && length.most > length.sure && <rect width={percent(length.most)} height="100%" rx="3" className="fill-accent opacity-35" />}
      {length && length.sure > 0 && look === "counted" && <rect width={percent(length.sure)} height="100%" rx="3" className="fill-accent" />}
      {length && length.sure > 0 && look === "estimated" && (
        <>
          <defs>
            <pattern id={stripes} width="9" height="9" patternUnits="userSpaceOnUse">
              <rect width="6" height="9" className="fill-accent" />
            </pattern>
          </defs>
          <rect width={percent(length.sure)} height="100%" rx="3" fill={`url(#${stripes})`} />
        </>
      )}
    </svg>
  );
}
