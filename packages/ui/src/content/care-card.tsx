import type { ReactNode } from 'react';
import { useKitText } from '../text.ts';
import { Heading, type HeadingLevel } from './heading.tsx';

export interface CareCardProps {
  /** How soon to act: the colour, and the hidden words before the heading. */
  kind: 'non-urgent' | 'urgent' | 'emergency';
  heading: ReactNode;
  headingLevel?: HeadingLevel;
  children: ReactNode;
}

/** What to do and how soon. In an emergency card give no links for further reading. */
export function CareCard({ kind, heading, headingLevel = 2, children }: CareCardProps) {
  const t = useKitText();
  const urgency = {
    'non-urgent': t('ui.care-non-urgent'),
    urgent: t('ui.care-urgent'),
    emergency: t('ui.care-emergency'),
  }[kind];
  return (
    <div className={`nhsuk-card nhsuk-card--care nhsuk-card--care--${kind}`}>
      <div className="nhsuk-card__heading-container">
        <Heading level={headingLevel} className="nhsuk-card__heading">
          <span className="nhsuk-u-visually-hidden">{`${urgency} `}</span>
          {heading}
        </Heading>
        <span className="nhsuk-card--care__arrow" aria-hidden="true" />
      </div>
      <div className="nhsuk-card__content">{children}</div>
    </div>
  );
}
