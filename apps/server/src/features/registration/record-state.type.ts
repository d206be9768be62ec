import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeText } from '../../platform/graphql/scalars.ts';

export const RecordState = {
  UNREGISTERED: 'UNREGISTERED',
  INVITED: 'INVITED',
  REGISTERING: 'REGISTERING',
  REGISTERED: 'REGISTERED',
  DEREGISTERED: 'DEREGISTERED',
  DECEASED: 'DECEASED',
} as const;
export type RecordState = keyof typeof RecordState;
registerEnumType(RecordState, {
  name: 'RecordState',
  description: 'How far a record has come to its person.',
  valuesConfig: {
    UNREGISTERED: { description: 'Nobody has been asked to take it up.' },
    INVITED: { description: 'An invitation or a letter is open.' },
    REGISTERING: { description: 'A person has begun, and nobody has made sure yet who they are.' },
    REGISTERED: { description: 'Its person has it, and was checked.' },
    DEREGISTERED: { description: 'Its person has closed it. They may open it again.' },
    DECEASED: { description: 'Its person has died: what others hold of it can be read and nothing else.' },
  },
});

export const IdentityCheckedBy = {
  LETTER: 'LETTER',
  STAFF: 'STAFF',
  NATIONAL_SIGN_IN: 'NATIONAL_SIGN_IN',
} as const;
export type IdentityCheckedBy = keyof typeof IdentityCheckedBy;
registerEnumType(IdentityCheckedBy, {
  name: 'IdentityCheckedBy',
  description: 'How somebody made sure who a person is.',
  valuesConfig: {
    LETTER: { description: 'They had the codes of a letter to their house, and knew the birth date.' },
    STAFF: { description: 'Staff looked at documents.' },
    NATIONAL_SIGN_IN: { description: 'They signed in with a national identity.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'Somebody made sure who the person of a record is.' })
export class IdentityCheck {
  @Field(() => IdentityCheckedBy, { description: 'How.' })
  how!: IdentityCheckedBy;

  @Field(() => String, { nullable: true, description: 'Whose letter or staff it was.' })
  organisationName!: string | null;

  @Field(() => DateTimeText, { description: 'When.' })
  checkedAt!: string;
}
