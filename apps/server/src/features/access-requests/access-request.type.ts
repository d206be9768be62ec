import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeText } from '../../platform/graphql/scalars.ts';
import { GranteeKind, PrivacyLabel, Right } from '../consent/index.ts';

export const RequestAnswer = { GIVEN: 'GIVEN', DECLINED: 'DECLINED' } as const;
export type RequestAnswer = keyof typeof RequestAnswer;
registerEnumType(RequestAnswer, {
  name: 'RequestAnswer',
  description: 'What the patient said to somebody who asked for access.',
  valuesConfig: {
    GIVEN: { description: 'Yes: a grant was given.' },
    DECLINED: { description: 'No.' },
  },
});

@ObjectType({
  simpleResolvers: true,
  description: 'Somebody asks the patient for access, or for more of it.',
})
export class AccessRequest {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'Who asks: the person’s name.' })
  askedBy!: string;

  @Field(() => GranteeKind, { description: 'For whom: a team, a carer, or a professional by themself.' })
  granteeKind!: GranteeKind;

  @Field(() => String, { description: 'Who would get access.' })
  grantee!: string;

  @Field(() => [PrivacyLabel], { description: 'What they ask to see.' })
  labels!: PrivacyLabel[];

  @Field(() => [Right], { description: 'What they ask to do.' })
  rights!: Right[];

  @Field(() => String, { nullable: true, description: 'Why, in their words.' })
  reason!: string | null;

  @Field(() => DateTimeText, { description: 'When.' })
  askedAt!: string;

  @Field(() => RequestAnswer, { nullable: true, description: 'The patient’s answer; null while it waits.' })
  answer!: RequestAnswer | null;
}
