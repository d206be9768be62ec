import { uuidv7 } from 'uuidv7';
import type { SystemRuns } from '../../platform/as-system.ts';
import type { KeyRing } from '../../platform/sealing/key-ring.ts';
import { Sealed } from '../../platform/sealing/sealed.ts';
import { ofPeople } from '../../platform/sealing/system-key.ts';
import { SystemKeys } from '../../platform/sealing/system-keys.ts';
import type { MailWords } from './mail-frame.ts';

/**
 * Posts a mail in the transaction of what it is about: it goes out if and only if that commits. Until it has gone, its
 * address and words lie sealed; links and codes in it are nowhere else. In a viewer's transaction or in the system's.
 */
export async function postMail(
  runs: SystemRuns,
  { to, words }: { to: string; words: MailWords },
): Promise<void> {
  const keys = await new SystemKeys(runs.sealing, runs).ofSystem('PEOPLE');
  const id = uuidv7();
  await runs.query({
    text: 'select heldwell.post_mail($1, $2, $3)',
    values: [
      id,
      keys.seal(ofPeople('outgoing_mail.address', id), to),
      keys.seal(ofPeople('outgoing_mail.words', id), JSON.stringify(words)),
    ],
  });
}

/** Opens what was posted; the ring must hold the key of people. */
export const openMail = (
  keys: KeyRing,
  { id, address, words }: { id: string; address: Buffer; words: Buffer },
): { to: string; words: MailWords } => ({
  to: keys.open(new Sealed(address, ofPeople('outgoing_mail.address', id))),
  words: JSON.parse(keys.open(new Sealed(words, ofPeople('outgoing_mail.words', id)))) as MailWords,
});
