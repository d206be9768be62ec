import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeText } from '../../platform/graphql/scalars.ts';
import { Organisation, Team } from '../organisations/index.ts';
import { GrantBasis, GranteeKind, GrantState, PrivacyLabel, Right } from './consent-enums.ts';

@ObjectType({ simpleResolvers: true, description: 'Who was given access.' })
export class Grantee {
  @Field(() => GranteeKind, { description: 'A team, an organisation or a carer.' })
  kind!: GranteeKind;

  @Field(() => String, { description: 'Their name when access was given.' })
  name!: string;

  @Field(() => Team, { nullable: true, description: 'The team, where it is one.' })
  team!: Team | null;

  @Field(() => Organisation, { nullable: true, description: 'The organisation, where it is one.' })
  organisation!: Organisation | null;

  @Field(() => String, { nullable: true, description: 'What a carer is to the patient.' })
  relationship!: string | null;
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

  @Field(() => [PrivacyLabel], { description: 'What they may see; empty for a single discussion.' })
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
}

@ObjectType({ simpleResolvers: true, description: 'A carer of a record.' })
export class Carer {
  @Field(() => ID, { description: 'Opaque id; use it to copy them in.' })
  id!: string;

  @Field(() => String, { description: 'Their name.' })
  displayName!: string;

  @Field(() => String, { nullable: true, description: 'What they are to the patient.' })
  relationship!: string | null;

  @Field(() => [PrivacyLabel], { description: 'Labels they may see now.' })
  labels!: PrivacyLabel[];
}

@ObjectType({ simpleResolvers: true, description: 'An invitation that waits to be taken up.' })
export class CarerInvitation {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'Who it is for.' })
  name!: string;

  @Field(() => String, { description: 'Where it was sent.' })
  email!: string;

  @Field(() => [PrivacyLabel], { description: 'What they will see.' })
  labels!: PrivacyLabel[];

  @Field(() => [Right], { description: 'What they will be able to do.' })
  rights!: Right[];

  @Field(() => DateTimeText, { description: 'Until when it can be used.' })
  expiresAt!: string;
}

@ObjectType({ simpleResolvers: true, description: 'Who may see a record, and who could.' })
export class Sharing {
  @Field(() => [Grant], { description: 'Every grant that was not ended, those for the record first.' })
  grants!: Grant[];

  @Field(() => [CarerInvitation], { description: 'Carers invited who have not answered.' })
  invitations!: CarerInvitation[];
}
