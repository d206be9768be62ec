import type { ComponentPropsWithRef } from 'react';
import { classNames } from '../class-names.ts';
import { describedBy, type FieldProps, LabelledGroup } from './form-group.tsx';

export interface TextInputProps
  extends FieldProps,
    Omit<ComponentPropsWithRef<'input'>, 'id' | 'width' | 'prefix'> {
  /** Room for so many characters. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30;
  /** Letters and digits of a code, widely spaced. */
  code?: boolean;
  /** A unit before or after the box ("kg"); say it in the label or hint too. */
  prefix?: string;
  suffix?: string;
}

/** One line of text. Takes the `ref`, `name`, `onChange` and `onBlur` that react-hook-form's `register` returns. */
export function TextInput({
  label,
  hint,
  error,
  labelIsPageHeading,
  width,
  code,
  prefix,
  suffix,
  ...rest
}: TextInputProps) {
  const { id, className, type = 'text', name = id } = rest;
  const input = (
    <input
      {...rest}
      name={name}
      type={type}
      className={classNames(
        'nhsuk-input',
        code && 'nhsuk-input--code',
        error && 'nhsuk-input--error',
        width && `nhsuk-input--width-${width}`,
        className,
      )}
      aria-describedby={describedBy({ id, hint, error })}
      aria-invalid={error ? true : undefined}
    />
  );
  return (
    <LabelledGroup field={{ id, label, hint, error, labelIsPageHeading }}>
      {prefix || suffix ? (
        <div className="nhsuk-input-wrapper">
          {prefix && (
            <div className="nhsuk-input-wrapper__prefix" aria-hidden="true">
              {prefix}
            </div>
          )}
          {input}
          {suffix && (
            <div className="nhsuk-input-wrapper__suffix" aria-hidden="true">
              {suffix}
            </div>
          )}
        </div>
      ) : (
        input
      )}
    </LabelledGroup>
  );
}
