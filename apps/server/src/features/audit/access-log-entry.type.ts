import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeText } from '../../platform/graphql/scalars.ts';
import { PrivacyLabel } from '../consent/index.ts';
import { AccessKind, AccessPurpose, AccessRole, LookedAt, SharingChange } from './access-log-enums.ts';

@ObjectType({
  simpleResolvers: true,
  description:
    'One look at a record by somebody other than the patient, or one change of sharing. Kept for ever.',
})
export class AccessLogEntry {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => AccessKind, { description: 'What sort of entry it is.' })
  kind!: AccessKind;

  @Field(() => DateTimeText, { description: 'When.' })
  at!: string;

  @Field(() => String, { description: 'Who: their name at the time.' })
  person!: string;

  @Field(() => ID, { nullable: true, description: 'Who, to filter by; null for what no person did.' })
  personId!: string | null;

  @Field(() => AccessRole, { description: 'As what they acted.' })
  role!: AccessRole;

  @Field(() => String, { nullable: true, description: 'The team they acted for; null for a carer.' })
  team!: string | null;

  @Field(() => ID, { nullable: true, description: 'That team, to filter by.' })
  teamId!: string | null;

  @Field(() => String, { nullable: true, description: 'The organisation of that team.' })
  organisation!: string | null;

  @Field(() => AccessPurpose, { description: 'The ground that let them in.' })
  purpose!: AccessPurpose;

  @Field(() => [LookedAt], { description: 'What they looked at; empty for a change of sharing.' })
  lookedAt!: LookedAt[];

  @Field(() => ID, { nullable: true, description: 'The one entry, discussion or file that was opened.' })
  opened!: string | null;

  @Field(() => SharingChange, { nullable: true, description: 'How sharing was changed; null for a look.' })
  sharingChange!: SharingChange | null;

  @Field(() => String, { nullable: true, description: 'Whom the changed sharing is with, by name.' })
  sharedWith!: string | null;

  @Field(() => [PrivacyLabel], {
    description: 'The labels a grant has now; of an entry that was relabelled, before and after.',
  })
  labels!: PrivacyLabel[];

  @Field(() => Int, {
    nullable: true,
    description:
      'Its place in the record’s chain, from 1 without gaps; null until it is sealed, within seconds.',
  })
  place!: number | null;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'One place of the chain. `hash` is SHA-256 over three lines: the hash before (64 zeros for the first), the position, and `content`.',
})
export class AccessLogPlace {
  @Field(() => Int, { description: 'From 1 without gaps.' })
  position!: number;

  @Field(() => String, { description: 'The hash, hexadecimal.' })
  hash!: string;

  @Field(() => String, {
    description:
      'The words of the entry as they were hashed: a JSON array whose first item names its order (docs/access-log.md).',
  })
  content!: string;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'How far the chain reached when it was last signed. The signature is Ed25519 over `words`. Keep it: a log that later does not reach this place was cut short.',
})
export class AccessLogHead {
  @Field(() => Int, { description: 'The last place.' })
  position!: number;

  @Field(() => String, { description: 'The hash at that place, hexadecimal.' })
  hash!: string;

  @Field(() => DateTimeText, { description: 'When it was signed.' })
  at!: string;

  @Field(() => String, {
    description: 'The words that were signed: record, position, hash and time by lines.',
  })
  words!: string;

  @Field(() => String, { description: 'The signature, base64url.' })
  signature!: string;

  @Field(() => String, { description: 'The public key, 32 bytes in base64url.' })
  publicKey!: string;
}

@ObjectType({ simpleResolvers: true, description: 'Somebody who stands in the log: to filter it by.' })
export class AccessLogParty {
  @Field(() => ID, { description: 'Pass it as `party`.' })
  id!: string;

  @Field(() => String, { description: 'Name of the person or team, as it last stood there.' })
  name!: string;

  @Field(() => Boolean, { description: 'A team; otherwise a person.' })
  isTeam!: boolean;
}
