import type { MailWords } from '../../src/features/mail/index.ts';
import { Sealed } from '../../src/platform/sealing/sealed.ts';
import { ofPeople } from '../../src/platform/sealing/system-key.ts';
import { SystemKeys } from '../../src/platform/sealing/system-keys.ts';
import { runsOf } from '../builders/sealed.ts';
import type { TestDatabase } from './a-database.ts';

export interface PostedMail extends MailWords {
  to: string;
}

/** Mails that were posted, to one address or to all, and not sent yet (tests run no jobs), the oldest first. */
export async function postedMails(db: TestDatabase, address?: string): Promise<PostedMail[]> {
  const keys = await new SystemKeys(db.sealing, runsOf(db)).ofSystem('PEOPLE');
  const rows = await db.rows<{ id: string; address: Buffer; words: Buffer }>(
    'select id, address, words from heldwell.outgoing_mail order by id',
  );
  return rows
    .map(({ id, address: sealed, words }) => ({
      to: keys.open<string>(new Sealed(sealed, ofPeople('outgoing_mail.address', id))),
      ...(JSON.parse(keys.open(new Sealed(words, ofPeople('outgoing_mail.words', id)))) as MailWords),
    }))
    .filter(({ to }) => address === undefined || to === address);
}

/** The last part of the link in a mail. */
export const codeIn = (mail: PostedMail | undefined): string => mail?.link?.split('/').at(-1) ?? '';
