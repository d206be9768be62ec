export { classNames } from './class-names.ts';
export { BackLink } from './content/back-link.tsx';
export { Badge } from './content/badge.tsx';
export { Button, ButtonLink, type ButtonProps, type ButtonVariant } from './content/button.tsx';
export * from './formatting/index.ts';
export { Checkboxes, type CheckboxesProps, type Choice, Radios, type RadiosProps } from './forms/choices.tsx';
export { DateInput, type DateInputProps, type DateParts } from './forms/date-input.tsx';
export {
  ErrorSummary,
  type ErrorSummaryProps,
  type FieldError,
  focusField,
  focusFirstError,
} from './forms/error-summary.tsx';
export { Fieldset, type FieldsetProps } from './forms/fieldset.tsx';
export {
  describedBy,
  ErrorMessage,
  type FieldProps,
  FormGroup,
  Hint,
  LabelledGroup,
} from './forms/form-group.tsx';
export { PasswordInput, type PasswordInputProps } from './forms/password-input.tsx';
export { Select, type SelectOption, type SelectProps } from './forms/select.tsx';
export { TextInput, type TextInputProps } from './forms/text-input.tsx';
export { Textarea, type TextareaProps } from './forms/textarea.tsx';
export { Link, type LinkProps, LinkProvider } from './link.tsx';
export { AppShell, type AppShellProps } from './shell/app-shell.tsx';
export { BottomNav } from './shell/bottom-nav.tsx';
export { Footer } from './shell/footer.tsx';
export { Header, type HeaderProps, type NavItem } from './shell/header.tsx';
export { Mark } from './shell/mark.tsx';
export { OfflineBanner, useOnline } from './shell/offline-banner.tsx';
export { Page, type PageProps } from './shell/page.tsx';
export { SkipLink } from './shell/skip-link.tsx';
