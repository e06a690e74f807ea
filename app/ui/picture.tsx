import { paths } from "~/paths";

export interface PictureSource {
  id: string;
  width: number;
  height: number;
  /** #rrggbb, or "" for a picture that one can see through. */
  placeholder: string;
  /** Ascending; each exists as WebP and AVIF. */
  widths: readonly number[];
}

interface PictureProps {
  picture: PictureSource;
  /** What the picture shows, for those who don't see it; "" when it says nothing of its own. */
  alt: string;
  /** How wide it is shown, as in `<img sizes>`: "(min-width: 60rem) 40rem, 100vw". */
  sizes: string;
  className?: string;
  /** For the one picture that is seen first. All others load when they come near. */
  eager?: boolean;
}

/**
 * A stored picture in the size that fits. Its place is kept from the start (width and height), in its
 * average colour; as an SVG fill, because a style attribute would need a hole in the page's CSP.
 */
export function Picture({ picture, alt, sizes, className = "", eager = false }: PictureProps) {
  const { id, width, height, placeholder, widths } = picture;
  const sources = (format: "webp" | "avif") =>
    widths.map((each) => `${paths.picture(id, each, format)} ${each}w`).join(", ");
  return (
    <span className={`relative block overflow-hidden ${className}`}>
      {placeholder && (
        <svg aria-hidden className="absolute inset-0 size-full" preserveAspectRatio="none" viewBox="0 0 1 1">
          <rect width="1" height="1" fill={placeholder} />
        </svg>
      )}
      <picture>
        <source type="image/avif" srcSet={sources("avif")} sizes={sizes} />
        <img
          className="relative block h-auto w-full"
          src={paths.picture(id, widths.at(-1) ?? width, "webp")}
          srcSet={sources("webp")}
          sizes={sizes}
          width={width}
          height={height}
          alt={alt}
          loading={eager ? "eager" : "lazy"}
          decoding="async"
          {...(eager ? { fetchpriority: "high" } : {})}
        />
      </picture>
    </span>
  );
}
