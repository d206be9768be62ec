import { type ReactNode, useEffect, useRef } from 'react';
import { Panel } from '../content/callouts.tsx';
import { useKitText } from '../text.ts';

export interface PageProps {
  /** The h1, and the first part of the document's title. */
  title: string;
  /** The part of the app this belongs to; left out on a section's own first screen. */
  section?: string;
  /** Small words above the h1. */
  caption?: ReactNode;
  /** Words for the h1 where they differ from the title, such as a name in bdi. */
  heading?: ReactNode;
  /** Puts "Error: " before the title while a form has problems. */
  hasErrors?: boolean;
  /** Back link and the like, before the h1. */
  before?: ReactNode;
  /** Makes this a confirmation: the h1 stands in a green panel with these words under it. */
  panel?: ReactNode;
  children?: ReactNode;
}

const service = 'Heldwell';

let screensShown = 0;

/**
 * One screen with its one h1. Sets the document's title ("Result – Test results – Heldwell") and, when the
 * person has moved here inside the app, puts focus on the h1, so that screen readers say where they are.
 */
export function Page({ title, section, caption, heading, hasErrors, before, panel, children }: PageProps) {
  const h1 = useRef<HTMLHeadingElement>(null);
  const error = useKitText()('ui.error-prefix');
  useEffect(() => {
    const words = [title, section === title ? undefined : section, service].filter(Boolean).join(' – ');
    document.title = hasErrors ? `${error} ${words}` : words;
  }, [title, section, hasErrors, error]);
  useEffect(() => {
    screensShown += 1;
    // The first screen belongs to the browser: it starts at the top of the document, by the skip link.
    if (screensShown === 1) return;
    h1.current?.focus({ preventScroll: true });
    window.scrollTo?.(0, 0);
  }, []);
  return (
    <>
      {before}
      {panel ? (
        <Panel heading={heading ?? title} ref={h1}>
          {panel}
        </Panel>
      ) : (
        <>
          {caption && <span className="nhsuk-caption-l">{caption}</span>}
          <h1 className="nhsuk-heading-l" ref={h1} tabIndex={-1}>
            {heading ?? title}
          </h1>
        </>
      )}
      {children}
    </>
  );
}
