import { Children, type ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { Link } from '../link.tsx';
import { Heading, type HeadingLevel } from './heading.tsx';

export interface CardProps {
  heading?: ReactNode;
  headingLevel?: HeadingLevel;
  /** Makes the whole card one link. */
  to?: string;
  description?: ReactNode;
  /** Small things under the description: tags, a date, a badge. */
  end?: ReactNode;
  children?: ReactNode;
}

/** A box around one thing; with `to` a link to it. */
export function Card({ heading, headingLevel = 2, to, description, end, children }: CardProps) {
  return (
    <div className={classNames('nhsuk-card', to && 'nhsuk-card--clickable')}>
      <div className="nhsuk-card__content">
        {heading && (
          <Heading
            level={headingLevel}
            className={classNames('nhsuk-card__heading', to && 'nhsuk-heading-s')}
          >
            {to ? (
              <Link className="nhsuk-card__link" to={to}>
                {heading}
              </Link>
            ) : (
              heading
            )}
          </Heading>
        )}
        {description && <p className="nhsuk-card__description">{description}</p>}
        {end && <div className="hw-card__end">{end}</div>}
        {children}
      </div>
    </div>
  );
}

/** Cards beside each other where there is room; a list, so that their number is heard. */
export function CardGroup({ children }: { children: ReactNode }) {
  return <ul className="hw-card-group">{Children.map(children, (card) => card && <li>{card}</li>)}</ul>;
}
