import { createHash, randomInt } from 'node:crypto';
import type { SystemRuns } from '../../../platform/as-system.ts';
import type { RequestScope } from '../../../platform/request-scope.ts';

/** Letters and digits that nobody takes for one another on paper. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';
const CODES = 10;

/** Three groups of four, such as `h7mk-2q9c-wxpt`: some 59 bits. */
const newCode = (): string =>
  [0, 1, 2].map(() => Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join('')).join('-');

/** What is stored of a code; bound to its person, and found however it is typed. */
function codeHash(personId: string, code: string): Buffer {
  const plain = code
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return createHash('sha256').update(`recovery code ${personId} ${plain}`).digest();
}

/** Ten new codes in the place of those there were; shown once and stored nowhere. */
export async function newRecoveryCodes(scope: RequestScope, personId: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, newCode);
  await scope.query({
    text: 'select heldwell.replace_recovery_codes($1)',
    values: [codes.map((code) => codeHash(personId, code))],
  });
  return codes;
}

/** Uses a code up. How many are left; null when it is wrong or used: of any number who try it at once, one has it. */
export async function useRecoveryCode(
  runs: SystemRuns,
  personId: string,
  code: string,
): Promise<number | null> {
  const [row] = await runs.query<{ used: number; before: number }>({
    text: `with used as (
        update heldwell.recovery_code set used_at = heldwell.now()
         where person_id = $1 and code_hash = $2 and used_at is null and replaced_at is null returning 1)
      select (select count(*)::int from used) as used, count(*)::int as before
        from heldwell.recovery_code where person_id = $1 and used_at is null and replaced_at is null`,
    values: [personId, codeHash(personId, code)],
  });
  return row?.used === 1 ? row.before - 1 : null;
}
