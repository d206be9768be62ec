import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeText } from '../../platform/graphql/scalars.ts';
import { GranteeKind, PrivacyLabel } from '../consent/index.ts';
import { Attachment } from '../documents/index.ts';
import { Team } from '../organisations/index.ts';
import { PatientRecord } from '../people/index.ts';
import { AuthorRole, ThreadState } from './thread-enums.ts';

@ObjectType({ simpleResolvers: true, description: 'Somebody who takes part in a discussion.' })
export class Participant {
  @Field(() => GranteeKind, { nullable: true, description: 'A team or a carer; null for the patient.' })
  kind!: GranteeKind | null;

  @Field(() => String, { description: 'Name of the person or team.' })
  name!: string;

  @Field(() => AuthorRole, { description: 'As what they take part.' })
  role!: AuthorRole;

  @Field(() => String, {
    nullable: true,
    description: 'What a carer is to the patient, in the patient’s words.',
  })
  relationship!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'One message of a discussion. Nothing said is ever changed or deleted.',
})
export class Message {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => Int, { description: 'Place in the discussion, from 1 without gaps.' })
  position!: number;

  @Field(() => String, {
    nullable: true,
    description: 'What was written, as plain text; null only where it cannot be opened.',
  })
  text!: string | null;

  @Field(() => DateTimeText, { description: 'When it was stored.' })
  sentAt!: string;

  @Field(() => String, { description: 'Name of the author when they wrote it.' })
  author!: string;

  @Field(() => AuthorRole, { description: 'As what they wrote.' })
  authorRole!: AuthorRole;

  @Field(() => Team, { nullable: true, description: 'The team of an author from staff.' })
  authorTeam!: Team | null;

  @Field(() => Boolean, { description: 'True when the viewer wrote it.' })
  sentByViewer!: boolean;

  @Field(() => [Attachment], { description: 'Files sent with it, in their order.' })
  attachments!: Attachment[];
}

@ObjectType({
  simpleResolvers: true,
  description: 'A discussion between a patient and a team, with carers in copy. One version for all.',
})
export class Thread {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What it is about, as the patient put it; null only where it cannot be opened.',
  })
  subject!: string | null;

  @Field(() => PrivacyLabel, { description: 'The privacy label all of it carries.' })
  label!: PrivacyLabel;

  @Field(() => ThreadState, { description: 'Where it stands.' })
  state!: ThreadState;

  @Field(() => DateTimeText, { description: 'When the first message was stored.' })
  startedAt!: string;

  @Field(() => DateTimeText, {
    nullable: true,
    description: 'When it ended; null while it is open, as it is again from the next message on.',
  })
  closedAt!: string | null;

  @Field(() => DateTimeText, { description: 'When the newest message was stored.' })
  lastMessageAt!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The beginning of the last message; null only where it cannot be opened, or is no longer the viewer’s to see.',
  })
  preview!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Who wrote the newest message; null only where it cannot be opened, or is no longer the viewer’s to see.',
  })
  lastAuthor!: string | null;

  @Field(() => AuthorRole, { description: 'As what they wrote it.' })
  lastAuthorRole!: AuthorRole;

  @Field(() => PatientRecord, { description: 'The record it belongs to, as the viewer sees it.' })
  record!: PatientRecord;

  @Field(() => Team, { description: 'The team it is addressed to.' })
  team!: Team;

  @Field(() => [Participant], { description: 'Who takes part: the patient, the team, carers in copy.' })
  participants!: Participant[];

  @Field(() => Int, { description: 'Messages the viewer (for staff: the team) has not read.' })
  unreadCount!: number;

  @Field(() => DateTimeText, {
    nullable: true,
    description:
      'When access ended, where the viewer’s team keeps what was said until then, read only; null for all others.',
  })
  keptUntil!: string | null;

  @Field(() => Boolean, {
    description: 'Whether the viewer may write in it now; where it has ended, writing opens it again.',
  })
  viewerMayReply!: boolean;

  @Field(() => Boolean, { description: 'Whether it is open and the viewer may end it.' })
  viewerMayClose!: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'How many discussions each view of an inbox holds.' })
export class InboxCounts {
  @Field(() => Int, { description: 'All of them.' })
  all!: number;

  @Field(() => Int, { description: 'Nobody in the team has read the newest message.' })
  unread!: number;

  @Field(() => Int, { description: 'The patient or a carer wrote last, and it has not ended.' })
  waitingOnTeam!: number;

  @Field(() => Int, { description: 'Staff wrote last, and it has not ended.' })
  waitingOnPatient!: number;
}
