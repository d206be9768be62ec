import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { PatientDraft } from '../fhir/patient-draft.ts';
import { digestOf, sourceTimeOf } from './digest.ts';

/** What a Patient resource came to for the record it belongs to. */
export type PatientOutcome = 'NEW' | 'CHANGED' | 'UNCHANGED' | 'OLDER';

interface Name {
  title: string | null;
  given: string;
  family: string;
}

/** What a sender without any name leaves us to call the person. */
const NAME_NOT_KNOWN = 'Name not known';

function nameOf({ names: [name] }: PatientDraft): Name | null {
  if (!name) return null;
  const given = name.given.join(' ');
  if (name.family || given) return { title: name.prefix, given, family: name.family ?? '' };
  return { title: name.prefix, given: '', family: name.text };
}

/** Only a whole date is kept as the birth date: half of one would be guessed at. */
const wholeDate = (date: string | null): string | null =>
  date && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : null;

/** Makes the record of a person nobody has told us of before; its id. */
export async function makePatient(manager: EntityManager, draft: PatientDraft): Promise<string> {
  const id = uuidv7();
  const name = nameOf(draft) ?? { title: null, given: '', family: NAME_NOT_KNOWN };
  await manager.query(
    `insert into heldwell.patient (id, title, given_name, family_name, birth_date, created_at)
     values ($1, $2, $3, $4, $5, heldwell.now())`,
    [id, name.title, name.given, name.family, wholeDate(draft.birthDate)],
  );
  await manager.query(
    'insert into heldwell.patient_identity (patient_id, nhs_number, updated_at) values ($1, $2, heldwell.now())',
    [id, draft.nhsNumber],
  );
  return id;
}

const LAST_SENT = `select digest = $3 as same, coalesce($4::timestamptz < source_updated_at, false) as older
  from heldwell.patient_source where patient_id = $1 and organisation_id = $2`;

const KEEP = `insert into heldwell.patient_source as s (patient_id, organisation_id, digest, source_updated_at, received_at, resource)
  values ($1, $2, $3, $4, heldwell.now(), $5)
  on conflict (patient_id, organisation_id) do update set digest = excluded.digest, resource = excluded.resource,
    source_updated_at = coalesce(excluded.source_updated_at, s.source_updated_at), received_at = excluded.received_at`;

const NUMBERS = `insert into heldwell.patient_identifier (patient_id, organisation_id, system, value)
  select distinct $1::uuid, $2::uuid, system, value from unnest($3::text[], $4::text[]) n (system, value)
  on conflict do nothing`;

/** Brings a record up to date with what a sender says of the person, and remembers the numbers it knows them by. */
export async function updatePatient(
  manager: EntityManager,
  of: { patientId: string; organisationId: string },
  draft: PatientDraft,
): Promise<PatientOutcome> {
  const { patientId, organisationId } = of;
  await manager.query(NUMBERS, [
    patientId,
    organisationId,
    draft.sourceKeys.map(({ system }) => system),
    draft.sourceKeys.map(({ value }) => value),
  ]);
  const digest = digestOf(draft.resource);
  const sent = sourceTimeOf(draft.resource);
  const [last] = await manager.query<{ same: boolean; older: boolean }[]>(LAST_SENT, [
    patientId,
    organisationId,
    digest,
    sent,
  ]);
  if (last?.older) return 'OLDER';
  if (last?.same) return 'UNCHANGED';
  await writeDemographics(manager, patientId, draft);
  await writeIdentity(manager, of, draft);
  await manager.query(KEEP, [patientId, organisationId, digest, sent, JSON.stringify(draft.resource)]);
  return last ? 'CHANGED' : 'NEW';
}

/** What the sender leaves blank stays as it was; only a plain "not deceased" takes a death back. */
async function writeDemographics(
  manager: EntityManager,
  patientId: string,
  draft: PatientDraft,
): Promise<void> {
  const name = nameOf(draft);
  const alive = draft.resource.deceasedBoolean === false;
  await manager.query(
    `update heldwell.patient set
       title = case when $2::text is null then title else $3 end, given_name = coalesce($4, given_name),
       family_name = coalesce($2, family_name), preferred_name = coalesce($5, preferred_name),
       birth_date = coalesce($6::date, birth_date), gender = coalesce($7, gender),
       deceased = case when $8 then true when $9 then false else deceased end,
       deceased_at = case when $9 then null else coalesce($10::timestamptz, deceased_at) end
     where id = $1`,
    [
      patientId,
      name?.family ?? null,
      name?.title ?? null,
      name?.given ?? null,
      draft.preferredName,
      wholeDate(draft.birthDate),
      draft.gender,
      draft.deceased,
      alive,
      draft.deceasedAt,
    ],
  );
}

/** Where somebody lives and how to reach them is withheld as long as any sender says so. */
async function writeIdentity(
  manager: EntityManager,
  of: { patientId: string; organisationId: string },
  draft: PatientDraft,
): Promise<void> {
  const [address] = draft.addresses;
  const lines = address && [...address.lines, ...(address.postcode ? [address.postcode] : [])].join(', ');
  await manager.query(
    `with held as (
       select case when $3 then $2::uuid when i.restricted_by = $2 then null else i.restricted_by end as by
       from heldwell.patient_identity i where i.patient_id = $1
     )
     update heldwell.patient_identity i set
       restricted_by = held.by, nhs_number = coalesce(i.nhs_number, $4),
       address = case when held.by is null then coalesce($5, i.address) end,
       phone = case when held.by is null then coalesce($6, i.phone) end,
       email = case when held.by is null then coalesce($7, i.email) end,
       language = coalesce($8, i.language), interpreter_needed = coalesce($9, i.interpreter_needed),
       communication_needs = coalesce($10, i.communication_needs), updated_at = heldwell.now()
     from held where i.patient_id = $1`,
    [
      of.patientId,
      of.organisationId,
      draft.restricted,
      draft.nhsNumber,
      lines || null,
      draft.phones[0] ?? null,
      draft.email,
      draft.language,
      draft.interpreterNeeded,
      draft.communicationNeeds.join('; ') || null,
    ],
  );
}
