export { ClientProvider, useHeldwell } from './client-provider.tsx';
export {
  type AppName,
  createClient,
  type HeldwellClient,
  mergedByScreen,
  type Topic,
} from './create-client.ts';
export { type Draft, useDraft } from './drafts/use-draft.ts';
export type { FilePlace, FileProblem } from './files/put-file.ts';
export { type ChosenFile, type ChosenFiles, useFiles } from './files/use-files.ts';
export { type FragmentOf, graphql, type ResultOf, readFragment, type VariablesOf } from './graphql.ts';
export type { StreamEnd } from './live/live-connection.ts';
export type { Message } from './messaging/merge-messages.ts';
export {
  CloseThread,
  MessageLine,
  ThreadHeader,
  ThreadQuery,
  ThreadSummary,
} from './messaging/messaging-documents.ts';
export type { Thread } from './messaging/use-added-messages.ts';
export { type SendOutcome, useSendMessage } from './messaging/use-send-message.ts';
export { type ThreadMessages, useThreadMessages } from './messaging/use-thread-messages.ts';
export { MarkNoticesRead, type Notice, NoticesQuery } from './notices/notice-documents.ts';
export { useUnreadNotices } from './notices/use-unread-notices.ts';
export type { FieldProblem, OperationProblem, ProblemKind } from './problems.ts';
export { type RecordChange, topicOf, useRecordChanges } from './records/use-record-changes.ts';
export {
  AcceptLetter,
  AcceptSignedIn,
  AskForNewLink,
  CheckEmailCode,
  JoinOfferQuery,
  JoinTeam,
  OpenLetter,
  Register,
  RegistrationAgeQuery,
  SendEmailCode,
  UseLetter,
} from './session/door-documents.ts';
export { BrandFields, InvitationQuery, ViewerFields } from './session/session-documents.ts';
export {
  type SecondFactorAsked,
  type Session,
  type SignInOutcome,
  useSession,
  useViewer,
} from './session/use-session.ts';
export { type SessionEnd, useSessionEnd } from './session/use-session-end.ts';
export { type InboxChange, useInboxChanges } from './teams/use-inbox-changes.ts';
export { type Command, type CommandOutcome, freshly, useCommand } from './use-command.ts';
export { type ScreenQuery, useScreenQuery } from './use-screen-query.ts';
