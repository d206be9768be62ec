import type { ButtonHTMLAttributes, MouseEvent } from 'react';
import { classNames } from '../class-names.ts';
import { Link, type LinkProps } from '../link.tsx';

/** How a button looks: one primary on a screen, the rest secondary; warning for what cannot be undone. */
export type ButtonVariant = 'primary' | 'secondary' | 'warning';

const variantClass = (variant: ButtonVariant) => variant !== 'primary' && `nhsuk-button--${variant}`;

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  variant?: ButtonVariant;
  small?: boolean;
  /** While true the button stays focusable and says it is busy, but does nothing: no second send. */
  busy?: boolean;
}

/** A button; `type` is "submit" inside forms unless told otherwise. */
export function Button({
  variant = 'primary',
  small,
  busy,
  className,
  onClick,
  type = 'submit',
  ...rest
}: ButtonProps) {
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      {...rest}
      type={type}
      className={classNames('nhsuk-button', variantClass(variant), small && 'nhsuk-button--small', className)}
      aria-disabled={busy || rest.disabled ? true : undefined}
      onClick={press}
    />
  );
}

/** A link that looks like a button, for the one way on: "Start", "Continue". */
export function ButtonLink({
  variant = 'primary',
  small,
  className,
  ...rest
}: LinkProps & Pick<ButtonProps, 'variant' | 'small'>) {
  return (
    <Link
      {...rest}
      className={classNames('nhsuk-button', variantClass(variant), small && 'nhsuk-button--small', className)}
    />
  );
}
