import { nhsNumberHash } from '../../people/index.ts';
import type { PatientDraft } from '../fhir/patient-draft.ts';
import type { Storing } from './storing.ts';

/** A record that an NHS number or one of the sender's own numbers points to. */
export interface Candidate {
  id: string;
  birth_date: string | null;
  /** Whether it has an NHS number, and whether that is the one of the Patient resource. */
  numbered: boolean;
  same_number: boolean;
  /** One of the sender's own numbers is this record's. */
  by_local: boolean;
}

export type Match =
  | { is: 'RECORD'; id: string }
  | { is: 'NOBODY' }
  /** Not to be decided by a program; `reason` says why, without the person's details. */
  | { is: 'UNCLEAR'; reason: string };

const CANDIDATES = `with named as (
    select system, value from unnest($3::text[], $4::bytea[]) n (system, value)
  ), found as (
    select k.patient_id as id, true as by_local from heldwell.patient_identifier k
      join named n on n.system = k.system and n.value = k.value_hash where k.organisation_id = $1
    union all
    select i.patient_id, false from heldwell.patient_identity i where i.nhs_number_hash = $2
  )
  select p.id, p.birth_date, i.nhs_number_hash is not null as numbered, coalesce(i.nhs_number_hash = $2, false) as same_number,
    bool_or(f.by_local) as by_local
  from found f join heldwell.patient p on p.id = f.id left join heldwell.patient_identity i on i.patient_id = p.id
  group by p.id, p.birth_date, i.nhs_number_hash`;

/** The records a Patient resource may mean. */
export function candidatesFor(
  { manager, keys }: Storing,
  organisationId: string,
  draft: PatientDraft,
): Promise<Candidate[]> {
  const local = draft.sourceKeys.filter(({ kind }) => kind === 'LOCAL');
  return manager.query<Candidate[]>(CANDIDATES, [
    organisationId,
    nhsNumberHash(keys.sealing, draft.nhsNumber),
    local.map(({ system }) => system),
    local.map(({ value }) => keys.sealing.lookup('IDENTIFIER', value)),
  ]);
}

/** NHS number and birth date together, else the sender's own number; where the two disagree, nobody is chosen. */
export function decideMatch(
  draft: Pick<PatientDraft, 'nhsNumber' | 'birthDate'>,
  candidates: readonly Candidate[],
): Match {
  const local = candidates.filter(({ by_local }) => by_local);
  const numbered = candidates.find(({ same_number }) => same_number);
  if (local.length > 1 || (numbered && local.some(({ id }) => id !== numbered.id))) {
    return { is: 'UNCLEAR', reason: 'Its numbers belong to more than one record.' };
  }
  if (numbered) return byNumber(draft.birthDate, numbered);
  const [own] = local;
  if (!own) return { is: 'NOBODY' };
  if (own.numbered && draft.nhsNumber) {
    return { is: 'UNCLEAR', reason: "The sender's own number belongs to a record with another NHS number." };
  }
  return { is: 'RECORD', id: own.id };
}

function byNumber(birthDate: string | null, found: Candidate): Match {
  if (birthDate !== null && birthDate === found.birth_date) return { is: 'RECORD', id: found.id };
  const contradicts =
    birthDate !== null && found.birth_date !== null && !found.birth_date.startsWith(birthDate);
  if (contradicts) {
    return { is: 'UNCLEAR', reason: 'The NHS number belongs to a record with a different birth date.' };
  }
  // Without a whole birth date on both sides the number alone is not enough, unless the sender's own says the same.
  if (found.by_local) return { is: 'RECORD', id: found.id };
  return { is: 'UNCLEAR', reason: 'The NHS number is known, but no whole birth date confirms it.' };
}
