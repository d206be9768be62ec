import { type ReactNode, useState } from 'react';
import { Button } from '../content/button.tsx';
import { Heading, type HeadingLevel } from '../content/heading.tsx';
import { useKitText } from '../text.ts';

/** Something is on its way. The words come after half a second, so that quick answers do not flash. */
export function Loading({ what }: { what?: string }) {
  const t = useKitText();
  return (
    <div className="hw-loading" role="status">
      {what ?? t('ui.loading')}
    </div>
  );
}

/** There is nothing here yet: say what would be, and what one may do. */
export function EmptyState({
  heading,
  headingLevel = 2,
  children,
}: {
  heading: ReactNode;
  headingLevel?: HeadingLevel;
  children?: ReactNode;
}) {
  return (
    <div className="hw-state">
      <Heading level={headingLevel} className="nhsuk-heading-s">
        {heading}
      </Heading>
      {children}
    </div>
  );
}

export interface ErrorStateProps {
  /** What happened, in the person's words: "We could not load your messages." */
  what: ReactNode;
  /** Tries once more; left out where trying cannot help. */
  retry?: () => void;
  /** Trying again failed too; for callers that take this part away while they try. */
  failedAgain?: boolean;
  /** What to tell whoever helps. */
  reference?: string;
  headingLevel?: HeadingLevel;
  /** Another way to get what one came for. */
  children?: ReactNode;
}

/** Something went wrong on our side: what, one "Try again", then another way. */
export function ErrorState({
  what,
  retry,
  failedAgain,
  reference,
  headingLevel = 2,
  children,
}: ErrorStateProps) {
  const t = useKitText();
  const [tried, setTried] = useState(false);
  const again = () => {
    setTried(true);
    retry?.();
  };
  return (
    <div className="hw-state hw-state--problem" role="alert">
      <Heading level={headingLevel} className="nhsuk-heading-s">
        {tried || failedAgain ? t('ui.still-problem') : t('ui.problem')}
      </Heading>
      <p>{what}</p>
      {children}
      {reference && <p className="hw-quiet">{t('ui.reference', { reference })}</p>}
      {retry && (
        <Button type="button" variant="secondary" onClick={again}>
          {t('ui.try-again')}
        </Button>
      )}
    </div>
  );
}
