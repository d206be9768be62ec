import type { NonEmptyArray } from 'type-graphql';
import {
  AccessRequestAnsweredResolver,
  AccessRequestsResolver,
  RecordRequestsResolver,
  SharingRequestsResolver,
} from '../features/access-requests/index.ts';
import {
  AccessLogResolver,
  AccessQuestionResolver,
  QuestionedEntryResolver,
} from '../features/audit/index.ts';
import { EmergencyResolver } from '../features/emergency/index.ts';
import {
  FrontDeskResolver,
  MatchResolver,
  StandingResolver,
  TakingUpResolver,
  TeamClosedRecordsResolver,
  TeamMatchesResolver,
  ViewerClosedByResolver,
} from '../features/front-desk/index.ts';
import { LinkingResolver, ProvidersResolver } from '../features/identity-providers/index.ts';
import {
  CarerInvitedResolver,
  InvitationResolver,
  InvitingResolver,
  LetterResolver,
} from '../features/invitations/index.ts';
import {
  InboxChangedFieldsResolver,
  InboxChangedResolver,
  MessagesAddedFieldsResolver,
  MessagesAddedResolver,
  RecordChangedFieldsResolver,
  RecordChangedResolver,
} from '../features/live/index.ts';
import {
  CloseThreadResolver,
  GrantThreadResolver,
  MessagingResolver,
  ReceiptThreadResolver,
  RecordThreadsResolver,
  TeamInboxResolver,
  ThreadMessagesResolver,
  ThreadStartedResolver,
} from '../features/messaging/index.ts';
import {
  NoticeAddedResolver,
  NoticesResolver,
  ViewerNoticesResolver,
} from '../features/notifications/index.ts';
import {
  OfficeResolver,
  StaffInvitationResolver,
  StaffOrganisationFieldsResolver,
  StaffResolver,
  StaffTeamFieldsResolver,
  ViewerOfficesResolver,
} from '../features/offices/index.ts';
import { TeamResolver } from '../features/organisations/index.ts';
import { PartnersResolver } from '../features/partners/index.ts';
import { CaseloadResolver } from '../features/people/index.ts';
import {
  PrivacyDeskFieldsResolver,
  PrivacyDeskResolver,
  ReviewedGrantResolver,
  ViewerDesksResolver,
} from '../features/privacy-desk/index.ts';
import {
  DocumentAddedResolver,
  DocumentsResolver,
  EntryReadersResolver,
  EntryRelabelledResolver,
  GrantEntryResolver,
  GrantVersionEntryResolver,
  ReceiptEntryResolver,
  RecordListsResolver,
  RecordResolver,
} from '../features/record/index.ts';
import {
  ClosingResolver,
  JoinResolver,
  RecordStateResolver,
  RegistrationResolver,
  TeamJoinedResolver,
  ViewerStateResolver,
} from '../features/registration/index.ts';
import {
  RecordSharingResolver,
  SharingChangedResolver,
  SharingHistoryResolver,
  SharingResolver,
  WishesResolver,
} from '../features/sharing/index.ts';
import { SightDifferenceResolver, SightResolver } from '../features/sight/index.ts';
import {
  AuthenticatorResolver,
  CompleteSignInResolver,
  ConfirmSignInResolver,
  EmailChangeResolver,
  PasskeyResolver,
  PasswordResolver,
  SessionsResolver,
  SignInResolver,
  ViewerResolver,
} from '../features/sign-in/index.ts';

type ResolverClass = new () => object;

/** Every resolver; a feature adds its own here. */
export const resolvers: NonEmptyArray<ResolverClass> = [
  SignInResolver,
  CompleteSignInResolver,
  ConfirmSignInResolver,
  PasswordResolver,
  AuthenticatorResolver,
  PasskeyResolver,
  EmailChangeResolver,
  SessionsResolver,
  ViewerResolver,
  ProvidersResolver,
  LinkingResolver,
  InvitationResolver,
  InvitingResolver,
  CarerInvitedResolver,
  LetterResolver,
  RegistrationResolver,
  RecordStateResolver,
  ViewerStateResolver,
  JoinResolver,
  TeamJoinedResolver,
  ClosingResolver,
  TeamResolver,
  CaseloadResolver,
  RecordResolver,
  RecordListsResolver,
  EntryRelabelledResolver,
  EntryReadersResolver,
  GrantEntryResolver,
  GrantVersionEntryResolver,
  ReceiptEntryResolver,
  DocumentsResolver,
  DocumentAddedResolver,
  SharingResolver,
  SharingChangedResolver,
  WishesResolver,
  RecordSharingResolver,
  SharingHistoryResolver,
  SightResolver,
  SightDifferenceResolver,
  EmergencyResolver,
  PrivacyDeskResolver,
  PrivacyDeskFieldsResolver,
  ReviewedGrantResolver,
  ViewerDesksResolver,
  FrontDeskResolver,
  TakingUpResolver,
  MatchResolver,
  TeamMatchesResolver,
  StandingResolver,
  TeamClosedRecordsResolver,
  ViewerClosedByResolver,
  OfficeResolver,
  StaffResolver,
  StaffInvitationResolver,
  StaffTeamFieldsResolver,
  StaffOrganisationFieldsResolver,
  ViewerOfficesResolver,
  AccessRequestsResolver,
  AccessRequestAnsweredResolver,
  RecordRequestsResolver,
  SharingRequestsResolver,
  CloseThreadResolver,
  MessagingResolver,
  ReceiptThreadResolver,
  ThreadStartedResolver,
  RecordThreadsResolver,
  TeamInboxResolver,
  ThreadMessagesResolver,
  GrantThreadResolver,
  AccessLogResolver,
  QuestionedEntryResolver,
  AccessQuestionResolver,
  MessagesAddedResolver,
  MessagesAddedFieldsResolver,
  InboxChangedResolver,
  InboxChangedFieldsResolver,
  RecordChangedResolver,
  RecordChangedFieldsResolver,
  ViewerNoticesResolver,
  NoticesResolver,
  NoticeAddedResolver,
  PartnersResolver,
];
