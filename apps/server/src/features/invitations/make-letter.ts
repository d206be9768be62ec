import { uuidv7 } from 'uuidv7';
import type { SystemRuns } from '../../platform/as-system.ts';
import type { Sealing } from '../../platform/sealing/sealing.ts';
import { isOldEnough } from '../registration/index.ts';
import { newLetterCode, readLetterCode, shownCode } from './letter-codes.ts';

/** How long a letter can be used. */
const LETTER_DAYS = 60;

export type LetterOutcome =
  | {
      is: 'MADE';
      /** Both codes as they are printed, told only now. */
      first: string;
      second: string;
      /** Whom it is for, as the record has it. */
      name: string;
      expiresAt: Date;
      /** Path of the page where both are entered. */
      path: string;
    }
  | { is: 'NO_RECORD' | 'TAKEN' | 'UNDER_16' | 'DECEASED' | 'NO_BIRTH_DATE' };

interface Addressee {
  name: string;
  birth_date: string | null;
  taken: boolean;
  deceased: boolean;
  now: Date;
}

/** What a letter's codes are found by: short enough to be tried, so under the installation's key and not a plain hash. */
export const letterHashes = (
  sealing: Sealing,
  typed: { first: string; second: string },
): [Buffer, Buffer] => {
  const [first, second] = [readLetterCode(typed.first), readLetterCode(typed.second)];
  return [sealing.lookup('LETTER', first), sealing.lookup('LETTER', `${first} ${second}`)];
};

/**
 * Makes a letter with two codes, by which a person takes up the record that waits for them; the birth date that goes
 * with both is printed nowhere. Earlier letters of the record die. In a transaction of the system.
 */
export async function makeLetter(
  runs: SystemRuns,
  letter: { patientId: string; organisationId: string; checkedBy: string },
): Promise<LetterOutcome> {
  const [addressee] = await runs.query<Addressee>({
    text: `select trim(given_name || ' ' || family_name) as name, birth_date::text, person_id is not null as taken,
        deceased or deceased_at is not null as deceased, heldwell.now() as now
      from heldwell.patient where id = $1 and gave_way_to is null for update`,
    values: [letter.patientId],
  });
  if (!addressee) return { is: 'NO_RECORD' };
  if (addressee.taken) return { is: 'TAKEN' };
  if (addressee.deceased) return { is: 'DECEASED' };
  if (!addressee.birth_date) return { is: 'NO_BIRTH_DATE' };
  if (!isOldEnough(addressee.birth_date, addressee.now)) return { is: 'UNDER_16' };
  await runs.query({
    text: `update heldwell.invitation set withdrawn_at = heldwell.now()
      where patient_id = $1 and sent_by = 'LETTER' and accepted_at is null and withdrawn_at is null`,
    values: [letter.patientId],
  });
  const [first, second] = [newLetterCode(), newLetterCode()];
  const expiresAt = await storeLetter(runs, { ...letter, name: addressee.name, first, second });
  const shown = { first: shownCode(first), second: shownCode(second) };
  return { is: 'MADE', ...shown, name: addressee.name, expiresAt, path: '/patient/letter' };
}

interface ToStore {
  patientId: string;
  organisationId: string;
  checkedBy: string;
  name: string;
  first: string;
  second: string;
}

async function storeLetter(runs: SystemRuns, letter: ToStore): Promise<Date> {
  const [made] = await runs.query<{ expires_at: Date }>({
    text: `insert into heldwell.invitation (patient_id, id, kind, sent_by, code_hash, second_code_hash, name, labels, rights,
        invited_by, organisation_id, organisation_name, created_at, expires_at)
      select $1, $2, 'TAKE_UP_RECORD', 'LETTER', $3, $4, $5, '{}', '{}', $6, o.id, o.name, heldwell.now(),
        heldwell.now() + make_interval(days => $8)
      from heldwell.organisation o where o.id = $7 returning expires_at`,
    values: [
      ...[letter.patientId, uuidv7(), ...letterHashes(runs.sealing, letter)],
      ...[letter.name, letter.checkedBy.trim(), letter.organisationId, LETTER_DAYS],
    ],
  });
  if (!made) throw new Error('The letter was not stored: there is no such organisation.');
  return made.expires_at;
}
