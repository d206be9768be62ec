export { classNames } from './class-names.ts';
export { BackLink } from './content/back-link.tsx';
export { Badge } from './content/badge.tsx';
export { Button, ButtonLink, type ButtonProps, type ButtonVariant } from './content/button.tsx';
export {
  InsetText,
  NotificationBanner,
  type NotificationBannerProps,
  Panel,
  WarningCallout,
} from './content/callouts.tsx';
export { Card, CardGroup, type CardProps } from './content/card.tsx';
export { CareCard, type CareCardProps } from './content/care-card.tsx';
export { Details } from './content/details.tsx';
export { Dialog, type DialogProps } from './content/dialog.tsx';
export { Heading, type HeadingLevel } from './content/heading.tsx';
export { LinkList, type LinkListItem } from './content/link-list.tsx';
export { LiveRegion } from './content/live-region.tsx';
export { ShowMore, type ShowMoreProps } from './content/show-more.tsx';
export { type RowAction, SummaryList, type SummaryRow } from './content/summary-list.tsx';
export { Table, type TableColumn, type TableProps } from './content/table.tsx';
export { Tabs } from './content/tabs.tsx';
export { Tag, type TagColour } from './content/tag.tsx';
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
export { Address, Bidi, NhsNumber, Phone } from './health/bidi.tsx';
export { BirthDate } from './health/birth-date.tsx';
export { ConsentBanner, type ConsentBannerProps } from './health/consent-banner.tsx';
export { NumberLine, type NumberLineProps, useRangeSentence } from './health/number-line.tsx';
export { type Standing, standingOf } from './health/place-on-range.ts';
export {
  PrivacyLabelList,
  type PrivacyLabelName,
  PrivacyLabelTag,
  privacyLabels,
  usePrivacyLabelName,
} from './health/privacy-label.tsx';
export { Link, type LinkProps, LinkProvider } from './link.tsx';
export { AppShell, type AppShellProps } from './shell/app-shell.tsx';
export { BottomNav } from './shell/bottom-nav.tsx';
export { Footer } from './shell/footer.tsx';
export { Header, type HeaderProps, type NavItem } from './shell/header.tsx';
export { Mark } from './shell/mark.tsx';
export { OfflineBanner, useOnline } from './shell/offline-banner.tsx';
export { Page, type PageProps } from './shell/page.tsx';
export { SkipLink } from './shell/skip-link.tsx';
export { EmptyState, ErrorState, type ErrorStateProps, Loading } from './states/states.tsx';
