import { type MailWords, openMail } from '../../src/features/mail/index.ts';
import { SystemKeys } from '../../src/platform/sealing/system-keys.ts';
import { runsOf } from '../builders/sealed.ts';
import type { TestDatabase } from './a-database.ts';

/** What was posted and waits, oldest first: tests run no jobs unless they start them. */
export async function postedMails(db: TestDatabase): Promise<{ to: string; words: MailWords }[]> {
  const keys = await new SystemKeys(db.sealing, runsOf(db)).ofSystem('PEOPLE');
  const rows = await db.rows<{ id: string; address: Buffer; words: Buffer }>(
    'select id, address, words from heldwell.outgoing_mail order by posted_at, id',
  );
  return rows.map((row) => openMail(keys, row));
}
