import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { useKitText } from '../text.ts';
import { Fieldset } from './fieldset.tsx';
import { describedBy, ErrorMessage, FormGroup, Hint } from './form-group.tsx';

/** What was typed, kept as it is, whatever it is. */
export interface DateParts {
  day: string;
  month: string;
  year: string;
}

export interface DateInputProps {
  /** The day field is `${id}-day`, and so on. */
  id: string;
  legend: ReactNode;
  legendIsPageHeading?: boolean;
  hint?: ReactNode;
  error?: string;
  /** Which fields are wrong; all three when left out. */
  wrong?: (keyof DateParts)[];
  value: DateParts;
  onChange: (parts: DateParts) => void;
  /** Sets `autocomplete` to bday-day, bday-month, bday-year. */
  birthDate?: boolean;
}

const order = ['day', 'month', 'year'] as const;

/** A date in three boxes. What was typed is kept; reading it is the form's work. */
export function DateInput({
  id,
  legend,
  legendIsPageHeading,
  hint,
  error,
  wrong = [...order],
  value,
  onChange,
  birthDate,
}: DateInputProps) {
  const t = useKitText();
  const labels = { day: t('ui.day'), month: t('ui.month'), year: t('ui.year') };
  return (
    <FormGroup error={Boolean(error)}>
      <Fieldset
        legend={legend}
        legendIsPageHeading={legendIsPageHeading}
        describedBy={describedBy({ id, hint, error })}
        role="group"
      >
        {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
        {error && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
        <div className="nhsuk-date-input" id={id}>
          {order.map((part) => (
            <div className="nhsuk-date-input__item" key={part}>
              <div className="nhsuk-form-group">
                <label className="nhsuk-label nhsuk-date-input__label" htmlFor={`${id}-${part}`}>
                  {labels[part]}
                </label>
                <input
                  className={classNames(
                    'nhsuk-input',
                    part === 'year' ? 'nhsuk-input--width-4' : 'nhsuk-input--width-2',
                    'nhsuk-date-input__input',
                    error && wrong.includes(part) && 'nhsuk-input--error',
                  )}
                  id={`${id}-${part}`}
                  name={`${id}-${part}`}
                  type="text"
                  inputMode="numeric"
                  autoComplete={birthDate ? `bday-${part}` : undefined}
                  value={value[part]}
                  onChange={(event) => onChange({ ...value, [part]: event.target.value })}
                />
              </div>
            </div>
          ))}
        </div>
      </Fieldset>
    </FormGroup>
  );
}
