import type { ComponentPropsWithRef } from 'react';
import { classNames } from '../class-names.ts';
import { useKitText } from '../text.ts';
import { describedBy, type FieldProps, LabelledGroup } from './form-group.tsx';

/** One thing to choose. */
export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
}

export interface SelectProps extends FieldProps, Omit<ComponentPropsWithRef<'select'>, 'id' | 'children'> {
  options: SelectOption[];
  /** Adds a first, empty choice: "Choose one". */
  withEmpty?: boolean;
}

/** A drop-down list; prefer Radios up to seven choices. */
export function Select({ label, hint, error, labelIsPageHeading, options, withEmpty, ...rest }: SelectProps) {
  const t = useKitText();
  const { id, className, name = id } = rest;
  return (
    <LabelledGroup field={{ id, label, hint, error, labelIsPageHeading }}>
      <select
        {...rest}
        name={name}
        className={classNames('nhsuk-select', error && 'nhsuk-select--error', className)}
        aria-describedby={describedBy({ id, hint, error })}
        aria-invalid={error ? true : undefined}
      >
        {withEmpty && <option value="">{t('ui.choose')}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </LabelledGroup>
  );
}
