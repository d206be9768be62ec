import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeText } from '../../platform/graphql/scalars.ts';
import { Organisation, Team } from '../organisations/index.ts';
import {
  GrantBasis,
  GrantCause,
  GrantEnd,
  GranteeKind,
  GrantState,
  PrivacyLabel,
  Right,
} from './consent-enums.ts';
import { Receipt } from './receipt.type.ts';

@ObjectType({ simpleResolvers: true, description: 'Who was given access.' })
export class Grantee {
  @Field(() => GranteeKind, { description: 'What they are.' })
  kind!: GranteeKind;

  @Field(() => String, { description: 'Their name when access was given.' })
  name!: string;

  @Field(() => Team, { nullable: true, description: 'The team, where it is one.' })
  team!: Team | null;

  @Field(() => Organisation, { nullable: true, description: 'The organisation, where it is one.' })
  organisation!: Organisation | null;

  @Field(() => String, { nullable: true, description: 'What a carer is to the patient.' })
  relationship!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether an employer here vouches for who they are: not for a carer, nor for a professional added by the patient.',
  })
  isVerified!: boolean;
}

@ObjectType({
  simpleResolvers: true,
  description: 'Access of one grantee to one record: its newest version.',
})
export class Grant {
  @Field(() => ID, { description: 'Opaque id, the same for all versions.' })
  id!: string;

  @Field(() => Int, { description: 'From 1; every change is a new version.' })
  version!: number;

  @Field(() => Grantee, { description: 'Who may see.' })
  grantee!: Grantee;

  @Field(() => [PrivacyLabel], { description: 'What they may see; empty for a single discussion or entry.' })
  labels!: PrivacyLabel[];

  @Field(() => [Right], { description: 'What they may do.' })
  rights!: Right[];

  @Field(() => GrantBasis, { description: 'Why it holds.' })
  basis!: GrantBasis;

  @Field(() => GrantState, { description: 'Whether it holds now.' })
  state!: GrantState;

  @Field(() => DateTimeText, { description: 'From when.' })
  validFrom!: string;

  @Field(() => DateTimeText, { nullable: true, description: 'Until when; null without end.' })
  validUntil!: string | null;

  @Field(() => String, { description: 'Who gave it.' })
  givenBy!: string;

  @Field(() => Boolean, {
    description:
      'True when not the patient gave it, but somebody who manages sharing through a grant of their own.',
  })
  givenForPatient!: boolean;

  @Field(() => [PrivacyLabel], {
    description: 'Of an emergency: labels under which the summary is seen, and nothing else.',
  })
  summaryLabels!: PrivacyLabel[];

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

  @Field(() => GrantCause, {
    nullable: true,
    description: 'Why this version came by itself; null where somebody decided it.',
  })
  cause!: GrantCause | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why, in words: for the patient and whoever gave it.',
  })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'The reference of a court’s order.' })
  reference!: string | null;

  @Field(() => DateTimeText, { description: 'When this version was given.' })
  givenAt!: string;
}

@ObjectType({ simpleResolvers: true, description: 'One version of a grant, kept for ever.' })
export class GrantVersion {
  @Field(() => ID, { description: 'Id of the grant.' })
  grantId!: string;

  @Field(() => Int, { description: 'From 1.' })
  version!: number;

  @Field(() => Grantee, { description: 'Who.' })
  grantee!: Grantee;

  @Field(() => [PrivacyLabel], { description: 'What they could see.' })
  labels!: PrivacyLabel[];

  @Field(() => [Right], { description: 'What they could do.' })
  rights!: Right[];

  @Field(() => GrantBasis, { description: 'Why it held.' })
  basis!: GrantBasis;

  @Field(() => Boolean, { description: 'True for the version that ended it.' })
  ended!: boolean;

  @Field(() => DateTimeText, { description: 'From when.' })
  validFrom!: string;

  @Field(() => DateTimeText, { nullable: true, description: 'Until when.' })
  validUntil!: string | null;

  @Field(() => DateTimeText, { description: 'When it was decided.' })
  recordedAt!: string;

  @Field(() => String, { description: 'Who decided it.' })
  givenBy!: string;

  @Field(() => String, { nullable: true, description: 'Why, in words.' })
  reason!: string | null;

  @Field(() => GrantCause, {
    nullable: true,
    description: 'Why it came by itself; null where somebody decided it.',
  })
  cause!: GrantCause | null;

  @Field(() => [PrivacyLabel], {
    description: 'Of an emergency: labels under which the summary was seen, and nothing else.',
  })
  summaryLabels!: PrivacyLabel[];

  @Field(() => Boolean, { description: 'True when not the patient, but somebody for them gave it.' })
  givenForPatient!: boolean;

  @Field(() => String, { nullable: true, description: 'The reference of a court’s order.' })
  reference!: string | null;

  @Field(() => Receipt, { description: 'What was decided, to keep.' })
  receipt!: Receipt;
}
