import type { SystemRuns } from '../../platform/as-system.ts';
import { isSameName, nhsNumberHash, type RegisteredPerson } from '../people/index.ts';

export type PersonMatch =
  | { is: 'RECORD'; id: string }
  | { is: 'NOBODY' }
  /** A person decides; `reason` says why in a sentence of ours, without anything that was entered. */
  | { is: 'UNCLEAR'; reason: string };

/** A record that may be the person's. */
export interface PersonCandidate {
  id: string;
  birth_date: string | null;
  family_name: string;
  given_name: string;
  numbered: boolean;
  same_number: boolean;
}

const CANDIDATES = `select p.id, p.birth_date::text as birth_date, p.family_name, p.given_name,
    i.nhs_number_hash is not null as numbered, coalesce(i.nhs_number_hash = $1, false) as same_number
  from heldwell.patient p left join heldwell.patient_identity i on i.patient_id = p.id
  where i.nhs_number_hash = $1 or (p.birth_date = $2 and lower(p.family_name) = lower($3)) limit 50`;

/** Finds the record of whoever is registered, as far as a program may decide it. */
export async function matchPerson(runs: SystemRuns, person: RegisteredPerson): Promise<PersonMatch> {
  const candidates = await runs.query<PersonCandidate>({
    text: CANDIDATES,
    values: [nhsNumberHash(runs.sealing, person.details.nhsNumber), person.birthDate, person.familyName],
  });
  return decidePerson(person, candidates);
}

/**
 * An NHS number decides together with birth date and family name; where they disagree nobody is chosen. Without a
 * number on one side, somebody of the same name and birth date may be the same: a person looks.
 */
export function decidePerson(
  person: Pick<RegisteredPerson, 'givenName' | 'familyName' | 'birthDate'> & {
    details: { nhsNumber: string | null };
  },
  candidates: readonly PersonCandidate[],
): PersonMatch {
  const numbered = candidates.find(({ same_number }) => same_number);
  if (numbered) {
    const fits =
      numbered.birth_date === person.birthDate && isSameName(numbered.family_name, person.familyName);
    if (fits) return { is: 'RECORD', id: numbered.id };
    return {
      is: 'UNCLEAR',
      reason: 'The NHS number belongs to somebody with another birth date or family name.',
    };
  }
  const namesakes = candidates.filter(
    (one) =>
      one.birth_date === person.birthDate &&
      isSameName(one.family_name, person.familyName) &&
      isSameName(one.given_name, person.givenName) &&
      !(one.numbered && person.details.nhsNumber),
  );
  if (namesakes.length === 0) return { is: 'NOBODY' };
  return {
    is: 'UNCLEAR',
    reason: 'There may be a record already: same name and birth date, and no NHS number to be sure by.',
  };
}
