import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import {
  type IdentityDetails,
  NO_DETAILS,
  nhsNumberHash,
  openDetails,
  sealDetails,
} from '../../people/index.ts';
import type { PatientDraft } from '../fhir/patient-draft.ts';
import { digestOf, sourceTimeOf } from './digest.ts';
import { removeContacts, replaceContacts } from './store-contacts.ts';
import type { Storing } from './storing.ts';

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
export async function makePatient({ manager, keys }: Storing, draft: PatientDraft): Promise<string> {
  const id = uuidv7();
  const name = nameOf(draft) ?? { title: null, given: '', family: NAME_NOT_KNOWN };
  await manager.query(
    `insert into heldwell.patient (id, title, given_name, family_name, birth_date, created_at)
     values ($1, $2, $3, $4, $5, heldwell.now())`,
    [id, name.title, name.given, name.family, wholeDate(draft.birthDate)],
  );
  await keys.makeFor(id);
  const said = { ...NO_DETAILS, nhsNumber: draft.nhsNumber };
  await manager.query(
    `insert into heldwell.patient_identity (patient_id, details, nhs_number_hash, updated_at)
     values ($1, $2, $3, heldwell.now())`,
    [id, sealDetails(keys, id, said), nhsNumberHash(keys.sealing, draft.nhsNumber)],
  );
  return id;
}

const LAST_SENT = `select digest = $3 as same, coalesce($4::timestamptz < source_updated_at, false) as older
  from heldwell.patient_source where patient_id = $1 and organisation_id = $2`;

const KEEP = `insert into heldwell.patient_source as s (patient_id, organisation_id, digest, source_updated_at, received_at, resource)
  values ($1, $2, $3, $4, heldwell.now(), $5)
  on conflict (patient_id, organisation_id) do update set digest = excluded.digest, resource = excluded.resource,
    source_updated_at = coalesce(excluded.source_updated_at, s.source_updated_at), received_at = excluded.received_at`;

const NUMBERS = `insert into heldwell.patient_identifier (patient_id, organisation_id, system, value_hash)
  select distinct $1::uuid, $2::uuid, system, value from unnest($3::text[], $4::bytea[]) n (system, value)
  on conflict do nothing`;

/** Brings a record up to date with what a sender says of the person, and remembers the numbers it knows them by. */
export async function updatePatient(
  storing: Storing,
  of: { patientId: string; organisationId: string },
  draft: PatientDraft,
): Promise<PatientOutcome> {
  const { manager, keys } = storing;
  const { patientId, organisationId } = of;
  await keys.ofRecords([patientId]);
  await manager.query(NUMBERS, [
    patientId,
    organisationId,
    draft.sourceKeys.map(({ system }) => system),
    draft.sourceKeys.map(({ value }) => keys.sealing.lookup('IDENTIFIER', value)),
  ]);
  const digest = digestOf(draft.resource, keys.sealing);
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
  const isWithheld = await writeIdentity(storing, of, draft);
  if (isWithheld) await removeContacts(storing, patientId);
  else await replaceContacts(storing, of, draft.contacts);
  const place = { place: 'patient_source.resource', row: organisationId };
  const resource = keys.seal({ ...place, patient: patientId, label: 'GENERAL' }, draft.resource);
  await manager.query(KEEP, [patientId, organisationId, digest, sent, resource]);
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

interface IdentityRow {
  details: Buffer;
  restricted_by: string | null;
}

/** Where somebody lives and how to reach them is withheld as long as any sender says so: whether it is. */
async function writeIdentity(
  { manager, keys }: Storing,
  { patientId, organisationId }: { patientId: string; organisationId: string },
  draft: PatientDraft,
): Promise<boolean> {
  const [row] = await manager.query<IdentityRow[]>(
    'select details, restricted_by from heldwell.patient_identity where patient_id = $1 for update',
    [patientId],
  );
  if (!row) throw new Error('The record has no identity.');
  const lifted = row.restricted_by === organisationId ? null : row.restricted_by;
  const by = draft.restricted ? organisationId : lifted;
  const said = mergedDetails(openDetails(keys, patientId, row.details), draft);
  const shown = by === null ? said : { ...said, address: null, phone: null, email: null };
  await manager.query(
    `update heldwell.patient_identity set restricted_by = $2, details = $3, nhs_number_hash = $4, updated_at = heldwell.now()
     where patient_id = $1`,
    [patientId, by, sealDetails(keys, patientId, shown), nhsNumberHash(keys.sealing, shown.nhsNumber)],
  );
  return by !== null;
}

/** What the sender leaves blank stays as it was; an NHS number once known is not changed by a feed. */
function mergedDetails(known: IdentityDetails, draft: PatientDraft): IdentityDetails {
  const [address] = draft.addresses;
  const lines = address && [...address.lines, ...(address.postcode ? [address.postcode] : [])].join(', ');
  return {
    nhsNumber: known.nhsNumber ?? draft.nhsNumber,
    address: lines || known.address,
    phone: draft.phones[0] ?? known.phone,
    email: draft.email ?? known.email,
    language: draft.language ?? known.language,
    interpreterNeeded: draft.interpreterNeeded ?? known.interpreterNeeded,
    communicationNeeds: draft.communicationNeeds.join('; ') || known.communicationNeeds,
  };
}
