import { uuidv7 } from 'uuidv7';
import type { SystemRuns } from '../../platform/as-system.ts';
import { readableCode, tokenHash } from '../../platform/secrets.ts';

/** How long a letter's codes can be used: it is posted, and lies on a table for a while. */
const LETTER_DAYS = 60;
const CODE_LENGTH = 8;

/** Two codes to type with a birth date that the letter does not say; shown only now. */
interface Letter {
  codes: readonly [string, string];
  expiresAt: Date;
}

type LetterOutcome = ({ is: 'MADE' } & Letter) | { is: 'NO_RECORD' } | { is: 'TAKEN' };

/** `BCDF-GHJK`: two groups of four. */
const shown = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/**
 * Makes a letter with which a person takes up their record: both codes, and the birth date, which stands in no letter.
 * Earlier letters of the record that were not used stop working. In the system's transaction.
 */
export async function makeLetter(
  runs: SystemRuns,
  { patientId, organisationId, checkedBy }: { patientId: string; organisationId: string; checkedBy: string },
): Promise<LetterOutcome> {
  const [record] = await runs.query<{ taken: boolean }>({
    text: 'select person_id is not null as taken from heldwell.patient where id = $1 for update',
    values: [patientId],
  });
  if (!record) return { is: 'NO_RECORD' };
  if (record.taken) return { is: 'TAKEN' };
  await runs.query({
    text: `update heldwell.invitation set withdrawn_at = heldwell.now()
      where patient_id = $1 and kind = 'TAKE_UP_RECORD' and sent_by = 'LETTER' and accepted_at is null and withdrawn_at is null`,
    values: [patientId],
  });
  const codes = [readableCode(CODE_LENGTH), readableCode(CODE_LENGTH)] as const;
  const [made] = await runs.query<{ expires_at: Date }>({
    text: `insert into heldwell.invitation (patient_id, id, kind, sent_by, code_hash, second_code_hash, name, labels, rights,
        invited_by, organisation_name, created_at, expires_at)
      select p.id, $2, 'TAKE_UP_RECORD', 'LETTER', $3, $4, trim(p.given_name || ' ' || p.family_name), '{}', '{}', $5, o.name,
        heldwell.now(), heldwell.now() + make_interval(days => $7)
      from heldwell.patient p cross join heldwell.organisation o where p.id = $1 and o.id = $6 returning expires_at`,
    values: [
      ...[patientId, uuidv7(), tokenHash(codes[0]), tokenHash(codes[1])],
      ...[checkedBy.trim(), organisationId, LETTER_DAYS],
    ],
  });
  if (!made) throw new Error('The letter was not stored.');
  return { is: 'MADE', codes: [shown(codes[0]), shown(codes[1])], expiresAt: made.expires_at };
}
