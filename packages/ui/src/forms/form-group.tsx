import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { useKitText } from '../text.ts';

/** Props every field shares. `id` is also the target of the error summary's link. */
export interface FieldProps {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  /** The same words as in the error summary; undefined while the field is in order. */
  error?: string;
  /** Makes the label the h1 of a question page. */
  labelIsPageHeading?: boolean;
}

/** The ids of hint and error for `aria-describedby`, or undefined when there is neither. */
export function describedBy({
  id,
  hint,
  error,
}: Pick<FieldProps, 'id' | 'hint' | 'error'>): string | undefined {
  return classNames(hint ? `${id}-hint` : null, error ? `${id}-error` : null) || undefined;
}

/** The hint under a label. */
export function Hint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div className="nhsuk-hint" id={id}>
      {children}
    </div>
  );
}

/** The error beside a field. */
export function ErrorMessage({ id, children }: { id: string; children: ReactNode }) {
  const t = useKitText();
  return (
    <span className="nhsuk-error-message" id={id}>
      <span className="nhsuk-u-visually-hidden">{`${t('ui.error-prefix')} `}</span>
      {children}
    </span>
  );
}

/** The box around one field or a group of them; marks the group in error by a bar and not by colour alone. */
export function FormGroup({
  error,
  className,
  children,
}: {
  error?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div className={classNames('nhsuk-form-group', error && 'nhsuk-form-group--error', className)}>
      {children}
    </div>
  );
}

/** Label, hint and error of a single field, in the order the NHS pages have them. */
export function LabelledGroup({
  field,
  className,
  children,
}: {
  field: FieldProps;
  className?: string;
  children: ReactNode;
}) {
  const { id, label, hint, error, labelIsPageHeading } = field;
  const element = (
    <label className={classNames('nhsuk-label', labelIsPageHeading && 'nhsuk-label--l')} htmlFor={id}>
      {label}
    </label>
  );
  return (
    <FormGroup error={Boolean(error)} className={className}>
      {labelIsPageHeading ? <h1 className="nhsuk-label-wrapper">{element}</h1> : element}
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
      {children}
    </FormGroup>
  );
}
