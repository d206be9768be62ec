import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeText } from '../../platform/graphql/scalars.ts';
import { Team } from '../organisations/index.ts';
import { GrantBasis, GrantCause, GrantEnd, GranteeKind, PrivacyLabel, Right } from './consent-enums.ts';

export const ReceiptEvent = {
  GIVEN: 'GIVEN',
  CHANGED: 'CHANGED',
  ENDED: 'ENDED',
  STOPPED: 'STOPPED',
  RESUMED: 'RESUMED',
} as const;
export type ReceiptEvent = keyof typeof ReceiptEvent;
registerEnumType(ReceiptEvent, {
  name: 'ReceiptEvent',
  description: 'What a receipt is for.',
  valuesConfig: {
    GIVEN: { description: 'Access was given; by the basis EMERGENCY, opened in an emergency.' },
    CHANGED: { description: 'What somebody may see or do was changed.' },
    ENDED: { description: 'Access was ended.' },
    STOPPED: { description: 'All sharing was stopped.' },
    RESUMED: { description: 'Sharing began again, as it was.' },
  },
});

export const Remains = {
  WHAT_IT_WROTE: 'WHAT_IT_WROTE',
  OWN_WORDS: 'OWN_WORDS',
  OTHER_ACCESS: 'OTHER_ACCESS',
  COURT_ORDERS: 'COURT_ORDERS',
} as const;
export type Remains = keyof typeof Remains;
registerEnumType(Remains, {
  name: 'Remains',
  description: 'What stays visible after access was narrowed or ended.',
  valuesConfig: {
    WHAT_IT_WROTE: {
      description:
        'What the team itself wrote and, read only, messages up to that moment in discussions addressed to it.',
    },
    OWN_WORDS: { description: 'Only their own words.' },
    OTHER_ACCESS: { description: 'What another grant in force opens to the same people.' },
    COURT_ORDERS: { description: 'What a court ordered.' },
  },
});

@ObjectType({
  simpleResolvers: true,
  description: 'What was decided about access: who, what, why, until when, and what remains visible after.',
})
export class Receipt {
  @Field(() => ReceiptEvent, { description: 'What happened.' })
  event!: ReceiptEvent;

  @Field(() => DateTimeText, { description: 'When it was decided; it holds from then.' })
  at!: string;

  @Field(() => String, { description: 'Whose record: their name.' })
  patient!: string;

  @Field(() => String, { description: 'Who decided it.' })
  by!: string;

  @Field(() => ID, { nullable: true, description: 'The grant; null for a stop of all sharing.' })
  grantId!: string | null;

  @Field(() => String, { nullable: true, description: 'With whom; null for everybody.' })
  grantee!: string | null;

  @Field(() => GranteeKind, { nullable: true, description: 'What they are; null for everybody.' })
  granteeKind!: GranteeKind | null;

  @Field(() => GrantBasis, { nullable: true, description: 'Why it holds; null for a stop.' })
  basis!: GrantBasis | null;

  @Field(() => [PrivacyLabel], { description: 'Labels they may see from then on.' })
  labels!: PrivacyLabel[];

  @Field(() => [PrivacyLabel], { description: 'Labels they could see before.' })
  labelsBefore!: PrivacyLabel[];

  @Field(() => [PrivacyLabel], {
    description: 'Of an emergency: labels of the summary, which is all it opens.',
  })
  summaryLabels!: PrivacyLabel[];

  @Field(() => [Right], { description: 'What they may do from then on.' })
  rights!: Right[];

  @Field(() => [Right], { description: 'What they could do before.' })
  rightsBefore!: Right[];

  @Field(() => DateTimeText, { nullable: true, description: 'From when it holds.' })
  validFrom!: string | null;

  @Field(() => DateTimeText, { nullable: true, description: 'Until when; null without end.' })
  validUntil!: string | null;

  @Field(() => GrantEnd, {
    nullable: true,
    description: 'With what it ends by itself, besides `validUntil`; null where with nothing.',
  })
  endsWith!: GrantEnd | null;

  @Field(() => Team, {
    nullable: true,
    description: 'It ends by itself when this team no longer cares for the person.',
  })
  endsWithTeam!: Team | null;

  @Field(() => String, { nullable: true, description: 'Why, in words.' })
  reason!: string | null;

  @Field(() => GrantCause, {
    nullable: true,
    description: 'Why it came by itself; null where somebody decided it.',
  })
  cause!: GrantCause | null;

  @Field(() => String, { nullable: true, description: 'The reference of a court’s order.' })
  reference!: string | null;

  @Field(() => [Remains], { description: 'What remains visible to them of what is not shared any more.' })
  remains!: Remains[];
}
