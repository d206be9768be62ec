import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';

export interface FieldsetProps {
  legend: ReactNode;
  /** Makes the legend the h1 of a question page. */
  legendIsPageHeading?: boolean;
  legendSize?: 's' | 'm' | 'l';
  /** Ids of hint and error. */
  describedBy?: string;
  role?: 'group';
  children: ReactNode;
}

/** Fields that belong together under one legend. */
export function Fieldset({
  legend,
  legendIsPageHeading,
  legendSize,
  describedBy,
  role,
  children,
}: FieldsetProps) {
  const size = legendSize ?? (legendIsPageHeading ? 'l' : 's');
  return (
    <fieldset className="nhsuk-fieldset" aria-describedby={describedBy} role={role}>
      <legend className={classNames('nhsuk-fieldset__legend', `nhsuk-fieldset__legend--${size}`)}>
        {legendIsPageHeading ? <h1 className="nhsuk-fieldset__heading">{legend}</h1> : legend}
      </legend>
      {children}
    </fieldset>
  );
}
