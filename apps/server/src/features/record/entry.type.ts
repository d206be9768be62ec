import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeText, JsonValue } from '../../platform/graphql/scalars.ts';
import { PrivacyLabel } from '../consent/index.ts';
import { Attachment } from '../documents/index.ts';
import { Organisation, Team } from '../organisations/index.ts';
import { PatientRecord } from '../people/index.ts';
import { Coding } from './coding.type.ts';
import { EntryDetail } from './entry-detail.union.ts';
import { DatePrecision, EntryKind, EntryStatus } from './entry-enums.ts';

@ObjectType({ simpleResolvers: true, description: 'Where an entry came from.' })
export class EntrySource {
  @Field(() => Organisation, {
    nullable: true,
    description: 'The organisation that sent it; null for what people wrote here.',
  })
  organisation!: Organisation | null;

  @Field(() => Team, { nullable: true, description: 'The team behind it, where known.' })
  team!: Team | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who wrote, ordered or measured it, as the source names them.',
  })
  author!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'One version of an entry. Versions are kept for ever.' })
export class EntryVersion {
  @Field(() => Int, { description: 'From 1.' })
  version!: number;

  @Field(() => DateTimeText, { description: 'When this version was stored here.' })
  recordedAt!: string;

  @Field(() => PrivacyLabel, { description: 'Its privacy label.' })
  label!: PrivacyLabel;

  @Field(() => EntryStatus, { description: 'Whether it was entered in error.' })
  status!: EntryStatus;

  @Field(() => String, {
    nullable: true,
    description: 'Its name in plain words; null only where it cannot be opened.',
  })
  title!: string | null;

  @Field(() => String, { nullable: true, description: 'Its one line.' })
  summary!: string | null;

  @Field(() => String, { nullable: true, description: 'Who changed it here; null when the source sent it.' })
  changedBy!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'Anything in a record: an allergy, a result, an appointment. Each carries exactly one privacy label.',
})
export class Entry {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => EntryKind, { description: 'What kind of thing it is.' })
  kind!: EntryKind;

  @Field(() => PrivacyLabel, { description: 'Its privacy label.' })
  label!: PrivacyLabel;

  @Field(() => EntryStatus, { description: 'Whether it holds or was entered in error.' })
  status!: EntryStatus;

  @Field(() => String, {
    nullable: true,
    description: 'The name in plain words; null only where it cannot be opened.',
  })
  title!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'One line, such as `5.1 mmol/L` or `500mg, twice a day`.',
  })
  summary!: string | null;

  @Field(() => Coding, { nullable: true, description: 'The code it came with.' })
  code!: Coding | null;

  @Field(() => DateTimeText, {
    nullable: true,
    description: 'When it happened; null where the source did not say.',
  })
  occurredAt!: string | null;

  @Field(() => DatePrecision, { description: 'How exactly that is known.' })
  occurredPrecision!: DatePrecision;

  @Field(() => DateTimeText, { nullable: true, description: 'When it ended or will end.' })
  endsAt!: string | null;

  @Field(() => DateTimeText, { description: 'When it was first stored here.' })
  arrivedAt!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The status word of the resource, such as `final` or `active` (FHIR).',
  })
  sourceStatus!: string | null;

  @Field(() => EntrySource, { description: 'Where it came from.' })
  source!: EntrySource;

  @Field(() => Int, { description: 'Number of the newest version.' })
  version!: number;

  @Field(() => [EntryVersion], {
    description: 'Every version under labels the viewer holds, newest first, at most 100.',
  })
  versions!: EntryVersion[];

  @Field(() => EntryDetail, { nullable: true, description: 'What it says beyond its headline, by its kind.' })
  detail!: typeof EntryDetail | null;

  @Field(() => [Attachment], { description: 'Files that came with it, in their order.' })
  attachments!: Attachment[];

  @Field(() => [Entry], { description: 'Entries this one is made of: the results of a report.' })
  parts!: Entry[];

  @Field(() => Boolean, {
    description: 'True when another value of the same code is visible, so that a trend can be drawn.',
  })
  hasTrend!: boolean;

  @Field(() => PatientRecord, { description: 'The record it belongs to, as the viewer sees it.' })
  record!: PatientRecord;

  @Field(() => Boolean, {
    description:
      'True where the viewer sees it only because their own team wrote it: no grant opens it to them, read only.',
  })
  keptAsAuthor!: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer may change its label: the patient alone.' })
  viewerMayRelabel!: boolean;

  @Field(() => JsonValue, {
    nullable: true,
    description:
      'The FHIR R4 resource it came from, untouched; the patient alone sees it, for it may name what others may not.',
  })
  resource!: unknown;
}
