import type { MailWords } from '../../src/features/mail/index.ts';
import { openMail } from '../../src/features/mail/index.ts';
import { SystemKeys } from '../../src/platform/sealing/system-keys.ts';
import type { TestDatabase } from '../harness/a-database.ts';
import { runsOf } from './sealed.ts';

interface PostedMail {
  to: string;
  words: MailWords;
}

/** Every mail that waits to be sent, oldest first, opened. */
export async function postedMails(db: TestDatabase): Promise<PostedMail[]> {
  const keys = await new SystemKeys(db.sealing, runsOf(db)).ofSystem('PEOPLE');
  const rows = await db.rows<{ id: string; address: Buffer; words: Buffer }>(
    'select id, address, words from heldwell.outgoing_mail order by id',
  );
  return rows.map((row) => openMail(keys, row));
}

/** The newest mail to an address. */
export async function lastMailTo(db: TestDatabase, address: string): Promise<MailWords> {
  const found = (await postedMails(db)).filter(({ to }) => to === address).at(-1);
  if (!found) throw new Error(`No mail went to ${address}.`);
  return found.words;
}
