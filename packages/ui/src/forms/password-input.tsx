import { type ComponentPropsWithRef, useState } from 'react';
import { classNames } from '../class-names.ts';
import { useKitText } from '../text.ts';
import { describedBy, type FieldProps, LabelledGroup } from './form-group.tsx';

export interface PasswordInputProps
  extends FieldProps,
    Omit<ComponentPropsWithRef<'input'>, 'id' | 'type' | 'width'> {}

/** A password with a button that shows it; pasting is allowed. */
export function PasswordInput({ label, hint, error, labelIsPageHeading, ...rest }: PasswordInputProps) {
  const t = useKitText();
  const [shown, setShown] = useState(false);
  const { id, className, name = id, autoComplete = 'current-password' } = rest;
  return (
    <LabelledGroup field={{ id, label, hint, error, labelIsPageHeading }} className="nhsuk-password-input">
      <div className="nhsuk-input-wrapper">
        <input
          {...rest}
          name={name}
          type={shown ? 'text' : 'password'}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          className={classNames(
            'nhsuk-input nhsuk-password-input__input',
            error && 'nhsuk-input--error',
            className,
          )}
          aria-describedby={describedBy({ id, hint, error })}
          aria-invalid={error ? true : undefined}
        />
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small nhsuk-password-input__toggle"
          aria-controls={id}
          aria-label={shown ? t('ui.hide-password') : t('ui.show-password')}
          onClick={() => setShown(!shown)}
        >
          {shown ? t('ui.hide') : t('ui.show')}
        </button>
      </div>
      <div className="nhsuk-u-visually-hidden" aria-live="polite">
        {shown ? t('ui.password-shown') : t('ui.password-hidden')}
      </div>
    </LabelledGroup>
  );
}
