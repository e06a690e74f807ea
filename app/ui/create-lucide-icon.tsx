import { forwardRef, type SVGProps } from "react";

interface IconData {
  /** "arrow-right" */
  name: string;
  /** Its shapes: element and attributes. */
  node: [tag: string, attributes: Record<string, string>][];
}

interface IconProps extends SVGProps<SVGSVGElement> {
  /** Width and height in CSS pixels. */
  size?: number;
}

/**
 * Stands for the function of this name inside lucide-react (vite.config.ts). What all icons share is said once, by the
 * class `icon`, and an icon's shapes are one ready text: a page has fifty of them, on the server at every request.
 */
export default function createLucideIcon({ name, node }: IconData) {
  const shapes = { __html: node.map(([tag, { key: _, ...attributes }]) => `<${tag}${Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`).join("")}/>`).join("") };
  const Icon = forwardRef<SVGSVGElement, IconProps>(({ size = 24, className, ...rest }, ref) => (
    <svg ref={ref} width={size} height={size} viewBox="0 0 24 24" className={className ? `icon ${className}` : "icon"} {...rest} dangerouslySetInnerHTML={shapes} />
  ));
  Icon.displayName = name;
  return Icon;
}
