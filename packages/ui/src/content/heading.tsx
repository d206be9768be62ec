import type { ReactNode } from 'react';

/** Where a heading stands below the page's h1. */
export type HeadingLevel = 2 | 3 | 4;

/** A heading of the level its place asks for. */
export function Heading({
  level,
  className,
  id,
  children,
}: {
  level: HeadingLevel;
  className?: string;
  id?: string;
  children: ReactNode;
}) {
  const Element = `h${level}` as const;
  return (
    <Element className={className} id={id}>
      {children}
    </Element>
  );
}
