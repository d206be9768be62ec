import { asSystem, statementsOf } from '../../platform/as-system.ts';
import type { Services } from '../../platform/context.ts';
import type { Tasks } from '../../platform/jobs.ts';
import type { Mailer } from '../../platform/mailer.ts';
import { emailHash } from '../../platform/sealing/email-address.ts';
import { SystemKeys } from '../../platform/sealing/system-keys.ts';
import { framed } from './mail-frame.ts';
import { openMail } from './post-mail.ts';

/** Where mails go. */
export interface MailRoads {
  /** To people; undefined where none is sent. */
  people: Mailer | undefined;
  /** To the people of the demo story, who have no mailbox; undefined without the demo. */
  demo: Mailer | undefined;
  publicUrl: string;
}

/** What the job does that `heldwell.post_mail` puts into the queue. */
export const mailTasks = (services: Services, roads: MailRoads): Tasks => ({
  sendMail: ({ mail }) => sendOne(services, roads, String(mail)),
});

/** Hands one mail over and forgets it: a process that dies in between sends it once more, under the same Message-ID. */
async function sendOne(services: Services, roads: MailRoads, id: string): Promise<void> {
  const posted = await asSystem(services.database, 'look up a mail to send', async (manager) => {
    const runs = statementsOf(manager, services.sealing);
    const [row] = await runs.query<{ id: string; address: Buffer; words: Buffer }>({
      text: 'select id, address, words from heldwell.outgoing_mail where id = $1',
      values: [id],
    });
    if (!row) return undefined;
    const opened = openMail(await new SystemKeys(services.sealing, runs).ofSystem('PEOPLE'), row);
    const [person] = await runs.query<{ is_demo: boolean }>({
      text: 'select is_demo from heldwell.person where email_hash = $1',
      values: [emailHash(services.sealing, opened.to)],
    });
    return { ...opened, isDemo: person?.is_demo ?? false };
  });
  if (!posted) return;
  const road = posted.isDemo ? roads.demo : (roads.people ?? roads.demo);
  const { publicUrl } = roads;
  await road?.send(framed(posted.words, { key: `mail.${id}`, to: posted.to, publicUrl }));
  await asSystem(services.database, 'forget a mail that was sent', (manager) =>
    manager.query('delete from heldwell.outgoing_mail where id = $1', [id]),
  );
}
