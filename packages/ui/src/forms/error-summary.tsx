import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react';
import { useKitText } from '../text.ts';

/** One problem: `id` of the field to go to, and the words that also stand beside it. */
export interface FieldError {
  id?: string;
  message: string;
}

/** Moves focus to a field and brings its label into view; true when there was such a field. */
export function focusField(id: string): boolean {
  const field = document.getElementById(id);
  const target = field?.matches('input, select, textarea, button')
    ? field
    : field?.querySelector<HTMLElement>('input, select, textarea');
  if (!target) return false;
  target.closest('.nhsuk-form-group')?.scrollIntoView?.({ block: 'start' });
  target.focus({ preventScroll: true });
  return true;
}

/** Moves focus to the first field that has a problem. */
export function focusFirstError(errors: FieldError[]): boolean {
  return errors.some(({ id }) => id !== undefined && focusField(id));
}

export interface ErrorSummaryProps {
  errors: FieldError[];
  /** "There is a problem" unless told otherwise. */
  heading?: string;
  children?: ReactNode;
  /** A number that grows with every failed send, so that the same problems take focus again. */
  attempt?: number;
}

/** The problems of a form, above it. Takes focus when it appears; each link goes to its field. Nothing without errors. */
export function ErrorSummary({ errors, heading, children, attempt = 0 }: ErrorSummaryProps) {
  const t = useKitText();
  const box = useRef<HTMLDivElement>(null);
  const some = errors.length > 0;
  useEffect(() => {
    if (some && attempt >= 0) box.current?.focus();
  }, [some, attempt]);
  if (!some) return null;
  const go = (event: MouseEvent, id: string) => {
    event.preventDefault();
    focusField(id);
  };
  return (
    <div className="nhsuk-error-summary" ref={box} tabIndex={-1}>
      <div role="alert">
        <h2 className="nhsuk-error-summary__heading">{heading ?? t('ui.problem')}</h2>
        <div className="nhsuk-error-summary__body">
          {children}
          <ul className="nhsuk-list nhsuk-error-summary__list">
            {errors.map(({ id, message }) => (
              <li key={`${id} ${message}`}>
                {id ? (
                  <a href={`#${id}`} onClick={(event) => go(event, id)}>
                    {message}
                  </a>
                ) : (
                  message
                )}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
