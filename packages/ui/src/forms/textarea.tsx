import type { ComponentPropsWithRef } from 'react';
import { classNames } from '../class-names.ts';
import { describedBy, type FieldProps, LabelledGroup } from './form-group.tsx';

export interface TextareaProps extends FieldProps, Omit<ComponentPropsWithRef<'textarea'>, 'id'> {}

/** Several lines of text; five rows unless told otherwise. */
export function Textarea({ label, hint, error, labelIsPageHeading, ...rest }: TextareaProps) {
  const { id, className, rows = 5, name = id } = rest;
  return (
    <LabelledGroup field={{ id, label, hint, error, labelIsPageHeading }}>
      <textarea
        {...rest}
        name={name}
        rows={rows}
        className={classNames('nhsuk-textarea', error && 'nhsuk-textarea--error', className)}
        aria-describedby={describedBy({ id, hint, error })}
        aria-invalid={error ? true : undefined}
      />
    </LabelledGroup>
  );
}
