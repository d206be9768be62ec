import {
  type AnchorHTMLAttributes,
  type ComponentType,
  createContext,
  type ReactNode,
  useContext,
} from 'react';

/** What a link of the kit needs: `to` is a path inside the app, or a whole address such as `tel:111`. */
export interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  to: string;
}

function PlainLink({ to, ...rest }: LinkProps) {
  return <a href={to} {...rest} />;
}

const LinkContext = createContext<ComponentType<LinkProps>>(PlainLink);

/** Gives the kit the router's own link, so that moving inside an app never reloads it. */
export function LinkProvider({ link, children }: { link: ComponentType<LinkProps>; children: ReactNode }) {
  return <LinkContext value={link}>{children}</LinkContext>;
}

const outside = /^([a-z][a-z0-9+.-]*:|\/\/|#)/i;

/** A link: through the router inside the app, plain for telephone numbers, mail, anchors and other addresses. */
export function Link(props: LinkProps) {
  const Routed = useContext(LinkContext);
  return outside.test(props.to) ? <PlainLink {...props} /> : <Routed {...props} />;
}
