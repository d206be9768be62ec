import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeText } from '../../platform/graphql/scalars.ts';

const NoticeKind = {
  ACCESS_GIVEN: 'ACCESS_GIVEN',
  ACCESS_CHANGED: 'ACCESS_CHANGED',
  ACCESS_ENDED: 'ACCESS_ENDED',
  EMERGENCY_ACCESS: 'EMERGENCY_ACCESS',
  INVITATION_TAKEN_UP: 'INVITATION_TAKEN_UP',
  RECORD_TAKEN_UP: 'RECORD_TAKEN_UP',
  LABEL_CHANGED: 'LABEL_CHANGED',
  SHARING_STOPPED: 'SHARING_STOPPED',
  SHARING_RESUMED: 'SHARING_RESUMED',
  IDENTITY_LOOKED_AT: 'IDENTITY_LOOKED_AT',
  SECOND_RECORD: 'SECOND_RECORD',
  RECORD_CLOSED: 'RECORD_CLOSED',
  RECORD_OPENED: 'RECORD_OPENED',
  DEATH_RECORDED: 'DEATH_RECORDED',
  DEATH_TAKEN_BACK: 'DEATH_TAKEN_BACK',
  ACCESS_ASKED: 'ACCESS_ASKED',
  LOOK_QUESTIONED: 'LOOK_QUESTIONED',
  QUESTION_ANSWERED: 'QUESTION_ANSWERED',
} as const;
type NoticeKind = keyof typeof NoticeKind;
registerEnumType(NoticeKind, {
  name: 'NoticeKind',
  description: 'What somebody is told of. Apps have a sentence for each.',
  valuesConfig: {
    ACCESS_GIVEN: { description: 'Somebody was given access to a record, or to one discussion of it.' },
    ACCESS_CHANGED: { description: 'What they may see or do, or until when, was changed.' },
    ACCESS_ENDED: { description: 'Access ended: it was taken back, given up, or its time was over.' },
    EMERGENCY_ACCESS: { description: 'A record was opened in an emergency.' },
    INVITATION_TAKEN_UP: { description: 'A carer accepted an invitation and has access now.' },
    RECORD_TAKEN_UP: { description: 'A person took up the record that was made for them.' },
    LABEL_CHANGED: { description: 'Entries moved to another label, and somebody sees more or less by it.' },
    SHARING_STOPPED: { description: 'The patient stopped all sharing.' },
    SHARING_RESUMED: { description: 'Sharing was resumed: everybody has again what they had.' },
    IDENTITY_LOOKED_AT: {
      description: 'Staff looked at whether the record is somebody else’s too; it stays as it is.',
    },
    SECOND_RECORD: { description: 'Staff made sure that another record here is the person’s, too.' },
    RECORD_CLOSED: { description: 'Staff closed the record, as its person had asked in writing.' },
    RECORD_OPENED: { description: 'Staff opened again what they had closed.' },
    DEATH_RECORDED: { description: 'Somebody has died: their record can only be read now.' },
    DEATH_TAKEN_BACK: { description: 'That somebody had died was a mistake: all is as it was.' },
    ACCESS_ASKED: { description: 'Somebody asks for access to a record, or for more of it (patient app).' },
    LOOK_QUESTIONED: {
      description: 'A patient asks a privacy officer about a look at their record (professional app).',
    },
    QUESTION_ANSWERED: { description: 'A privacy officer answered that question (patient app).' },
  },
});

@ObjectType({
  simpleResolvers: true,
  description:
    'Something that changed about access, told to one person in one app. Names are those the reader may see now: for a record they may no longer see there is none.',
})
export class Notice {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => NoticeKind, { description: 'What happened.' })
  kind!: NoticeKind;

  @Field(() => DateTimeText, { description: 'When.' })
  at!: string;

  @Field(() => DateTimeText, { nullable: true, description: 'When it was marked as read; null until then.' })
  readAt!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Stands in the e-mail about it, so that the e-mail can be checked: `7F3A-09C2`. Null while none was sent.',
  })
  reference!: string | null;

  @Field(() => Boolean, { description: 'True when it is about one discussion only, not about the record.' })
  forDiscussion!: boolean;

  @Field(() => ID, {
    nullable: true,
    description: 'The record it is about; null for the own one, and where the viewer may not see it now.',
  })
  recordId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Whose record that is; null for the own one, and where the viewer may not see it now.',
  })
  recordName!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Who has or had the access, asks for it, or answered: in the patient app by name, for staff their own team; else null.',
  })
  granteeName!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who made the change, asked or answered (patient app); null elsewhere.',
  })
  madeBy!: string | null;

  @Field(() => Boolean, { description: 'True when the viewer made the change themself.' })
  madeByViewer!: boolean;

  @Field(() => ID, {
    nullable: true,
    description:
      'The question for access that it tells of, while it waits for the patient’s answer; else null.',
  })
  requestId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The organisation at whose privacy desk the question it tells of waits for the viewer; else null.',
  })
  officeId!: string | null;
}

@ObjectType({ description: 'News of the notices of the person who listens.' })
export class NoticeAdded {
  /** Row id of the notice; null at the start and when notices were only marked as read. */
  row!: string | null;

  @Field(() => Notice, {
    nullable: true,
    description: 'The new notice; null at the start of the stream and when notices were only marked as read.',
  })
  notice!: Notice | null;

  @Field(() => Int, { description: 'How many are unread now.' })
  unreadCount!: number;
}

@ObjectType({ description: 'Notices were marked as read.' })
export class NoticesRead {
  @Field(() => Int, { description: 'How many are still unread.' })
  unreadCount!: number;
}
