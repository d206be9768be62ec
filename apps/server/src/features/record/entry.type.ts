import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeText, JsonValue } from '../../platform/graphql/scalars.ts';
import { PrivacyLabel } from '../consent/index.ts';
import { Organisation, Team } from '../organisations/index.ts';
import { PatientRecord } from '../people/index.ts';
import { EntryDetail } from './entry-detail.union.ts';
import { DatePrecision, EntryKind, EntryStatus } from './entry-enums.ts';

@ObjectType({ simpleResolvers: true, description: '' })
export class Coding {
  @Field(() => String, { nullable: true, description: '' })
  system!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  code!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  display!: string | null;
}

@ObjectType({ simpleResolvers: true, description: '' })
export class EntrySource {
  @Field(() => Organisation, { nullable: true, description: '' })
  organisation!: Organisation | null;

  @Field(() => Team, { nullable: true, description: '' })
  team!: Team | null;

  @Field(() => String, { nullable: true, description: '' })
  author!: string | null;
}

@ObjectType({ simpleResolvers: true, description: '' })
export class EntryVersion {
  @Field(() => Int, { description: '' })
  version!: number;

  @Field(() => DateTimeText, { description: '' })
  recordedAt!: string;

  @Field(() => PrivacyLabel, { description: '' })
  label!: PrivacyLabel;

  @Field(() => EntryStatus, { description: '' })
  status!: EntryStatus;

  @Field(() => String, { description: '' })
  title!: string;

  @Field(() => String, { nullable: true, description: '' })
  summary!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  changedBy!: string | null;
}

@ObjectType({ simpleResolvers: true, description: '' })
export class Entry {
  @Field(() => ID, { description: '' })
  id!: string;

  @Field(() => EntryKind, { description: '' })
  kind!: EntryKind;

  @Field(() => PrivacyLabel, { description: '' })
  label!: PrivacyLabel;

  @Field(() => EntryStatus, { description: '' })
  status!: EntryStatus;

  @Field(() => String, { description: 'The name in plain words.' })
  title!: string;

  @Field(() => String, {
    nullable: true,
    description: 'One line, such as `5.1 mmol/L` or `500mg, twice a day`.',
  })
  summary!: string | null;

  @Field(() => Coding, { nullable: true, description: '' })
  code!: Coding | null;

  @Field(() => DateTimeText, { nullable: true, description: '' })
  occurredAt!: string | null;

  @Field(() => DatePrecision, { description: '' })
  occurredPrecision!: DatePrecision;

  @Field(() => DateTimeText, { nullable: true, description: '' })
  endsAt!: string | null;

  @Field(() => DateTimeText, { description: '' })
  arrivedAt!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The status word of the resource, such as `final` or `active` (FHIR).',
  })
  sourceStatus!: string | null;

  @Field(() => EntrySource, { description: '' })
  source!: EntrySource;

  @Field(() => Int, { description: '' })
  version!: number;

  @Field(() => [EntryVersion], { description: '' })
  versions!: EntryVersion[];

  @Field(() => EntryDetail, { nullable: true, description: '' })
  detail!: typeof EntryDetail | null;

  @Field(() => [Entry], { description: 'Entries this one is made of: the results of a report.' })
  parts!: Entry[];

  @Field(() => Boolean, {
    description: 'True when another value of the same code is visible, so that a trend can be drawn.',
  })
  hasTrend!: boolean;

  @Field(() => PatientRecord, { description: '' })
  record!: PatientRecord;

  @Field(() => Boolean, { description: '' })
  viewerMayRelabel!: boolean;

  @Field(() => JsonValue, { nullable: true, description: 'The FHIR R4 resource it came from, untouched.' })
  resource!: unknown;
}
