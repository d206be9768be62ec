export { AccessLogFields } from './access-log/access-log-fragments.ts';
export { type ShownLook, useLookReason, useLookSentence } from './access-log/access-log-words.ts';
export { Answer, ProblemState } from './answer/answer.tsx';
export { MoreRows } from './answer/more-rows.tsx';
export { type Pages, usePages } from './answer/use-pages.ts';
export { ScreenBoundary } from './boundary/screen-boundary.tsx';
export { AcceptInvitation, type AcceptInvitationProps } from './doors/accept-invitation.tsx';
export { BirthDateField, useBirthDateFault } from './doors/birth-date-field.tsx';
export { BrandHead, BrandWelcome, type ShownBrand } from './doors/brand-head.tsx';
export { DeadInvitation } from './doors/dead-invitation.tsx';
export { partsOf, readDay } from './doors/read-day.ts';
export { EntryDetailView } from './entries/entry-detail-view.tsx';
export { EntryDetailFields, EntryRowFields } from './entries/entry-fragments.ts';
export { EntryRow } from './entries/entry-row.tsx';
export { EntryTrend } from './entries/entry-trend.tsx';
export {
  type EntryDetailEntry,
  type EntryKind,
  type EntryRowEntry,
  entryKinds,
  kindOfPath,
  kindPath,
  occurredIn,
  sourceWords,
  useEntryLine,
  useKindNames,
} from './entries/entry-words.ts';
export { TimelineList, yearOf } from './entries/timeline-list.tsx';
export { AttachFiles, useFilesFault } from './files/attach-files.tsx';
export {
  type CheckedForm,
  type Faults,
  type Refusal,
  useCheckedForm,
  useProblemWords,
} from './forms/use-checked-form.ts';
export { CrisisHelp } from './help/crisis-help.tsx';
export { LabelCheckboxes, type LabelCheckboxesProps } from './labels/label-checkboxes.tsx';
export { type Label, LabelList, LabelTag, useLabelMeaning, useLabelName } from './labels/label-tag.tsx';
export { NoticesList } from './notices/notices-list.tsx';
export { NoticesProvider, useNoticeCount } from './notices/unread-notices.tsx';
export { EmergencyContactFields, type ShownContact } from './records/contact-fragments.ts';
export { EmergencyContacts } from './records/emergency-contacts.tsx';
export { type BannerRecord, RecordBanner } from './records/record-banner.tsx';
export { RecordBannerFields } from './records/record-fragments.ts';
export { type RecordState, useRecordState } from './records/use-record-state.ts';
export { AuthenticatorPage } from './security/authenticator-page.tsx';
export { CodesPage } from './security/codes-page.tsx';
export { ConfirmEmailPage } from './security/confirm-email-page.tsx';
export { DevicesPage } from './security/devices-page.tsx';
export { EmailPage } from './security/email-page.tsx';
export { ForgottenPage } from './security/forgotten-page.tsx';
export { PasskeyPage } from './security/passkey-page.tsx';
export { PasswordPage } from './security/password-page.tsx';
export { ResetPage } from './security/reset-page.tsx';
export { SecurityPage } from './security/security-page.tsx';
export { SessionCare } from './security/session-care.tsx';
export { SignInAgainPage } from './security/sign-in-again-page.tsx';
export { AccessBoxes } from './sharing/access-boxes.tsx';
export { type End, endInput, endOf, isSameEnd, noEnd, openThreads } from './sharing/end.ts';
export { EndAccess } from './sharing/end-access.tsx';
export { EndChoice, useEndFault } from './sharing/end-choice.tsx';
export { type ShownEnd, useEndWords } from './sharing/end-words.ts';
export type { Access, GivingFor } from './sharing/giving-for.ts';
export { EndFields, GrantFields, InvitationFields } from './sharing/grant-fragments.ts';
export { GrantSummary } from './sharing/grant-summary.tsx';
export { GrantTags, Unchecked } from './sharing/grant-tags.tsx';
export {
  type GrantRight,
  type ShownGrant,
  useBasisWords,
  useGranteeWords,
  useRightName,
} from './sharing/grant-words.ts';
export { Invitations } from './sharing/invitations.tsx';
export { type CarerInvited, InviteForm } from './sharing/invite-form.tsx';
export { InvitedPage } from './sharing/invited-page.tsx';
export { useRefusedWords } from './sharing/refused-words.ts';
export type { GranteeKind } from './sharing/rights-choice.tsx';
export { type Receiver, ShareForm } from './sharing/share-form.tsx';
export { ContinueWith } from './sign-in/continue-with.tsx';
export type { InvitationToAccept } from './sign-in/invitation-form.tsx';
export { type LinkableSignIn, LinkedSignIns } from './sign-in/linked-sign-ins.tsx';
export { ProviderProblemPage, providerProblem } from './sign-in/provider-problem.tsx';
export { SignInForm } from './sign-in/sign-in-form.tsx';
export { AnswerTime, Composer } from './threads/composer.tsx';
export { MessageList } from './threads/message-list.tsx';
export { ThreadRow, ThreadRows } from './threads/thread-row.tsx';
export { ThreadView } from './threads/thread-view.tsx';
export { type ThreadSummaryThread, useThreadStateWords } from './threads/thread-words.ts';
