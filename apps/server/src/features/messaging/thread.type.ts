import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeText } from '../../platform/graphql/scalars.ts';
import { GranteeKind, PrivacyLabel } from '../consent/index.ts';
import { Team } from '../organisations/index.ts';
import { PatientRecord } from '../people/index.ts';
import { AuthorRole, ThreadState } from './thread-enums.ts';

@ObjectType({ simpleResolvers: true, description: '' })
export class Participant {
  @Field(() => GranteeKind, { nullable: true, description: '' })
  kind!: GranteeKind | null;

  @Field(() => String, { description: '' })
  name!: string;

  @Field(() => AuthorRole, { description: '' })
  role!: AuthorRole;

  @Field(() => String, { nullable: true, description: '' })
  relationship!: string | null;
}

@ObjectType({ simpleResolvers: true, description: '' })
export class Message {
  @Field(() => ID, { description: '' })
  id!: string;

  @Field(() => Int, { description: '' })
  position!: number;

  @Field(() => String, { description: '' })
  text!: string;

  @Field(() => DateTimeText, { description: '' })
  sentAt!: string;

  @Field(() => String, { description: '' })
  author!: string;

  @Field(() => AuthorRole, { description: '' })
  authorRole!: AuthorRole;

  @Field(() => Team, { nullable: true, description: '' })
  authorTeam!: Team | null;

  @Field(() => Boolean, { description: '' })
  sentByViewer!: boolean;
}

@ObjectType({ simpleResolvers: true, description: '' })
export class Thread {
  @Field(() => ID, { description: '' })
  id!: string;

  @Field(() => String, { description: '' })
  subject!: string;

  @Field(() => PrivacyLabel, { description: '' })
  label!: PrivacyLabel;

  @Field(() => ThreadState, { description: '' })
  state!: ThreadState;

  @Field(() => DateTimeText, { description: '' })
  startedAt!: string;

  @Field(() => DateTimeText, { description: '' })
  lastMessageAt!: string;

  @Field(() => String, { description: 'The beginning of the last message.' })
  preview!: string;

  @Field(() => String, { description: '' })
  lastAuthor!: string;

  @Field(() => AuthorRole, { description: '' })
  lastAuthorRole!: AuthorRole;

  @Field(() => PatientRecord, { description: '' })
  record!: PatientRecord;

  @Field(() => Team, { description: '' })
  team!: Team;

  @Field(() => [Participant], { description: '' })
  participants!: Participant[];

  @Field(() => Int, { description: 'Messages the viewer (for staff: the team) has not read.' })
  unreadCount!: number;

  @Field(() => Boolean, { description: '' })
  viewerMayReply!: boolean;
}

@ObjectType({ simpleResolvers: true, description: '' })
export class InboxCounts {
  @Field(() => Int, { description: '' })
  all!: number;

  @Field(() => Int, { description: '' })
  unread!: number;

  @Field(() => Int, { description: '' })
  waitingOnTeam!: number;

  @Field(() => Int, { description: '' })
  waitingOnPatient!: number;
}
