import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeText } from '../../platform/graphql/scalars.ts';
import { Organisation, Team } from '../organisations/index.ts';
import { GrantBasis, GranteeKind, GrantState, PrivacyLabel, Right } from './consent-enums.ts';

@ObjectType({ simpleResolvers: true, description: '' })
export class Grantee {
  @Field(() => GranteeKind, { description: '' })
  kind!: GranteeKind;

  @Field(() => String, { description: '' })
  name!: string;

  @Field(() => Team, { nullable: true, description: '' })
  team!: Team | null;

  @Field(() => Organisation, { nullable: true, description: '' })
  organisation!: Organisation | null;

  @Field(() => String, { nullable: true, description: '' })
  relationship!: string | null;
}

@ObjectType({ simpleResolvers: true, description: '' })
export class Grant {
  @Field(() => ID, { description: '' })
  id!: string;

  @Field(() => Int, { description: '' })
  version!: number;

  @Field(() => Grantee, { description: '' })
  grantee!: Grantee;

  @Field(() => [PrivacyLabel], { description: '' })
  labels!: PrivacyLabel[];

  @Field(() => [Right], { description: '' })
  rights!: Right[];

  @Field(() => GrantBasis, { description: '' })
  basis!: GrantBasis;

  @Field(() => GrantState, { description: '' })
  state!: GrantState;

  @Field(() => DateTimeText, { description: '' })
  validFrom!: string;

  @Field(() => DateTimeText, { nullable: true, description: '' })
  validUntil!: string | null;

  @Field(() => String, { description: '' })
  givenBy!: string;

  @Field(() => DateTimeText, { description: '' })
  givenAt!: string;
}

@ObjectType({ simpleResolvers: true, description: '' })
export class GrantVersion {
  @Field(() => ID, { description: '' })
  grantId!: string;

  @Field(() => Int, { description: '' })
  version!: number;

  @Field(() => Grantee, { description: '' })
  grantee!: Grantee;

  @Field(() => [PrivacyLabel], { description: '' })
  labels!: PrivacyLabel[];

  @Field(() => [Right], { description: '' })
  rights!: Right[];

  @Field(() => GrantBasis, { description: '' })
  basis!: GrantBasis;

  @Field(() => Boolean, { description: '' })
  ended!: boolean;

  @Field(() => DateTimeText, { description: '' })
  validFrom!: string;

  @Field(() => DateTimeText, { nullable: true, description: '' })
  validUntil!: string | null;

  @Field(() => DateTimeText, { description: '' })
  recordedAt!: string;

  @Field(() => String, { description: '' })
  givenBy!: string;

  @Field(() => String, { nullable: true, description: '' })
  reason!: string | null;
}

@ObjectType({ simpleResolvers: true, description: '' })
export class Carer {
  @Field(() => ID, { description: '' })
  id!: string;

  @Field(() => String, { description: '' })
  displayName!: string;

  @Field(() => String, { nullable: true, description: '' })
  relationship!: string | null;

  @Field(() => [PrivacyLabel], { description: '' })
  labels!: PrivacyLabel[];
}

@ObjectType({ simpleResolvers: true, description: '' })
export class CarerInvitation {
  @Field(() => ID, { description: '' })
  id!: string;

  @Field(() => String, { description: '' })
  name!: string;

  @Field(() => String, { description: '' })
  email!: string;

  @Field(() => [PrivacyLabel], { description: '' })
  labels!: PrivacyLabel[];

  @Field(() => [Right], { description: '' })
  rights!: Right[];

  @Field(() => DateTimeText, { description: '' })
  expiresAt!: string;
}

@ObjectType({ simpleResolvers: true, description: '' })
export class Sharing {
  @Field(() => [Grant], { description: '' })
  grants!: Grant[];

  @Field(() => [CarerInvitation], { description: '' })
  invitations!: CarerInvitation[];
}
