import type { SystemRuns } from '../../../platform/as-system.ts';
import { openEmail } from '../../../platform/sealing/email-address.ts';
import { SystemKeys } from '../../../platform/sealing/system-keys.ts';

/** The e-mail address of a person, read as the system. */
export async function emailOf(runs: SystemRuns, personId: string): Promise<string> {
  const [row] = await runs.query<{ email: Buffer }>({
    text: 'select email from heldwell.person where id = $1',
    values: [personId],
  });
  if (!row) throw new Error('There is no such person.');
  return openEmail(await new SystemKeys(runs.sealing, runs).ofSystem('PEOPLE'), personId, row.email);
}
