import { asSystem } from '../../platform/as-system.ts';
import type { Services } from '../../platform/context.ts';
import type { Mailer } from '../../platform/mailer.ts';

/** Mails the demo keeps; older ones make room. */
const MOST = 200;

export interface DemoMail {
  address: string;
  subject: string;
  body: string;
  sent_at: Date;
}

/** Takes mails in place of a mail server, for the page that shows them. */
export const demoMailbox = (services: Services): Mailer => ({
  send: ({ key, to, subject, text }) =>
    asSystem(services.database, 'put a mail into the mailbox of the demo', async (manager) => {
      await manager.query(
        `insert into heldwell.demo_mail (key, address, subject, body, sent_at) values ($1, $2, $3, $4, heldwell.now())
         on conflict (key) do nothing`,
        [key, to, subject, text],
      );
      await manager.query(
        `delete from heldwell.demo_mail where number <= (select max(number) from heldwell.demo_mail) - $1`,
        [MOST],
      );
    }),
  close: () => undefined,
});

/** The mails of the demo, newest first. */
export const demoMails = (services: Services): Promise<DemoMail[]> =>
  asSystem(services.database, 'show the mailbox of the demo', (manager) =>
    manager.query<DemoMail[]>(
      'select address, subject, body, sent_at from heldwell.demo_mail order by number desc',
    ),
  );
