import { uuidv7 } from 'uuidv7';
import type { SystemRuns } from '../../platform/as-system.ts';
import { Sealed } from '../../platform/sealing/sealed.ts';
import { ofPeople } from '../../platform/sealing/system-key.ts';
import { SystemKeys } from '../../platform/sealing/system-keys.ts';
import { NO_DETAILS, sealDetails } from '../people/index.ts';

/** Who somebody says they are, when they begin. */
export interface Newcomer {
  personId: string;
  givenName: string;
  familyName: string;
  preferredName?: string | null;
  /** `1990-03-14`; null where nobody has asked. */
  birthDate: string | null;
  /** What they say of their NHS number: kept apart, and on no record before a check. */
  nhsNumber?: string | null;
  /** The record they were invited to by somebody who had not checked who they are. */
  wantedPatientId?: string | null;
}

/** What a newcomer says of themself that is no fact yet. */
export interface Said {
  nhsNumber: string | null;
}

const bindingOf = (patient: string) => ofPeople('registration.said', patient);

/** Makes a person's own record, marked as begun and not verified; its id. The person must have none. */
export async function beginRecord(runs: SystemRuns, newcomer: Newcomer): Promise<string> {
  const id = uuidv7();
  const { personId, givenName, familyName, preferredName = null, birthDate } = newcomer;
  await runs.query({
    text: `insert into heldwell.patient (id, person_id, given_name, family_name, preferred_name, birth_date, created_at)
      values ($1, $2, $3, $4, $5, $6, heldwell.now())`,
    values: [id, personId, givenName, familyName, preferredName, birthDate],
  });
  const keys = new SystemKeys(runs.sealing, runs);
  await keys.makeFor(id);
  await keys.ofSystem('PEOPLE');
  await runs.query({
    text: `insert into heldwell.patient_identity (patient_id, details, nhs_number_hash, updated_at)
      values ($1, $2, null, heldwell.now())`,
    values: [id, sealDetails(keys, id, NO_DETAILS)],
  });
  const said: Said = { nhsNumber: newcomer.nhsNumber ?? null };
  await runs.query({
    text: `insert into heldwell.registration (patient_id, person_id, said, wanted_patient_id, registered_at)
      values ($1, $2, $3, $4, heldwell.now())`,
    values: [id, personId, keys.seal(bindingOf(id), said), newcomer.wantedPatientId ?? null],
  });
  return id;
}

/** A person's own record, as far as doors need it. */
export interface OwnRecord {
  id: string;
  given_name: string;
  family_name: string;
  birth_date: string | null;
  /** Nothing was written, shared or asked in it: it can give way to another. */
  is_empty: boolean;
  said: Buffer | null;
  wanted_patient_id: string | null;
}

const EMPTY = [
  ...['entry', 'thread', 'attachment', 'consent_grant', 'carer', 'sharing_stop', 'research_consent'],
  ...['emergency_setting', 'access_request', 'patient_source'],
]
  .map((table) => `not exists (select from heldwell.${table} t where t.patient_id = p.id)`)
  .join('\n    and ');

/** The record a person has, locked against another take-up; none is undefined. */
export async function ownRecordOf(runs: SystemRuns, personId: string): Promise<OwnRecord | undefined> {
  const [own] = await runs.query<OwnRecord>({
    text: `select p.id, p.given_name, p.family_name, p.birth_date::text, r.said, r.wanted_patient_id, (${EMPTY}
    and not exists (select from heldwell.invitation i where i.patient_id = p.id and i.kind <> 'TAKE_UP_RECORD')) as is_empty
      from heldwell.patient p left join heldwell.registration r on r.patient_id = p.id
      where p.person_id = $1 for update of p`,
    values: [personId],
  });
  return own;
}

/** What the person of a record said when they began. */
export async function saidOf(runs: SystemRuns, own: OwnRecord): Promise<Said> {
  if (!own.said) return { nhsNumber: null };
  const keys = await new SystemKeys(runs.sealing, runs).ofSystem('PEOPLE');
  return keys.open<Said>(new Sealed(own.said, bindingOf(own.id)));
}

/** Leaves an empty record to nobody, in favour of another; what was checked of its person goes along. */
export async function giveWay(runs: SystemRuns, own: string, to: string): Promise<void> {
  await runs.query({
    text: 'update heldwell.patient set person_id = null, gave_way_to = $2 where id = $1',
    values: [own, to],
  });
  await runs.query({
    text: `insert into heldwell.identity_check (patient_id, id, person_id, how, organisation_id, checked_by, checked_at)
      select $2, id, person_id, how, organisation_id, checked_by, checked_at from heldwell.identity_check where patient_id = $1`,
    values: [own, to],
  });
  await runs.query({
    text: 'update heldwell.registration set wanted_patient_id = null where patient_id = $1',
    values: [own],
  });
  // Nobody is found by it any more.
  await runs.query({
    text: 'update heldwell.patient_identity set nhs_number_hash = null where patient_id = $1',
    values: [own],
  });
}
