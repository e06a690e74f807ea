import { Form as RouterForm, Link as RouterLink, NavLink as RouterNavLink, useLocation, type FormProps, type LinkProps, type NavLinkProps } from "@remix-run/react";

/*
 * The router's own links and forms, for lists and for what every page has. On the server they are written as what they
 * come to: the router resolves each address against its matches and readies a dozen hooks that nobody there uses, which
 * was a fifth of rendering the home page. In the browser nothing is between.
 */

/** Within Vouch and whole: nothing to resolve. */
const isWhole = (address: unknown): address is string => typeof address === "string" && /^\/(?!\/)/.test(address);

function ServerLink({ to, prefetch, discover, reloadDocument, replace, state, preventScrollReset, relative, viewTransition, ...rest }: LinkProps) {
  if (!isWhole(to) || prefetch || discover || reloadDocument)
    return <RouterLink {...{ to, prefetch, discover, reloadDocument, replace, state, preventScrollReset, relative, viewTransition }} {...rest} />;
  return <a {...rest} href={to} data-discover="true" />;
}

interface PlaceLinkProps extends Omit<NavLinkProps, "className" | "children" | "style"> {
  className: (place: { isActive: boolean }) => string;
  children: React.ReactNode;
}

function ServerPlaceLink({ to, end, className, children, ...rest }: PlaceLinkProps) {
  const { pathname } = useLocation();
  if (!isWhole(to)) return <RouterNavLink to={to} end={end} className={className} {...rest}>{children}</RouterNavLink>;
  const here = pathname.toLowerCase();
  const there = to.toLowerCase();
  const isActive = here === there || (!end && here.startsWith(there.endsWith("/") ? there : `${there}/`));
  return (
    <ServerLink to={to} aria-current={isActive ? "page" : undefined} className={className({ isActive })} {...rest}>
      {children}
    </ServerLink>
  );
}

function ServerForm(props: FormProps) {
  const { action, method, discover, preventScrollReset: _, ...rest } = props;
  if (!isWhole(action) || method !== "post" || discover || "navigate" in props || "reloadDocument" in props) return <RouterForm {...props} />;
  return <form {...rest} method="post" action={action} data-discover="true" />;
}

export const Link = import.meta.env.SSR ? ServerLink : RouterLink;
/** A link that shows whether one is there. */
export const PlaceLink = import.meta.env.SSR ? ServerPlaceLink : (RouterNavLink as typeof ServerPlaceLink);
export const Form = import.meta.env.SSR ? ServerForm : RouterForm;
