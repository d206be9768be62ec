import { asSystem, statementsOf } from '../../platform/as-system.ts';
import type { Services } from '../../platform/context.ts';
import { channels, type LiveEvent } from '../../platform/events.ts';
import type { Tasks } from '../../platform/jobs.ts';
import type { AppName } from '../../platform/opened-session.ts';
import { SystemKeys } from '../../platform/sealing/system-keys.ts';
import type { MailRoads } from '../mail/index.ts';
import { openEmail } from '../sign-in/index.ts';
import { noticeMail } from './notice-mail.ts';

/** What the jobs do that `heldwell.tell` puts into the queue. */
export const noticeTasks = (services: Services, roads: MailRoads): Tasks => ({
  tellNotices: (payload) => tellLive(services, payload as unknown as Told),
  mailNotice: ({ notice }) => mailOne(services, roads, String(notice)),
  tellExpired: (payload) => tellExpired(services, payload as unknown as Expired),
});

interface Expired {
  patient: string;
  grant: string;
  version: number;
}

/** Tells both sides, and has every open page and stream on the record judged again: time alone wakes none of them. */
async function tellExpired({ database, bus }: Services, { patient, grant, version }: Expired): Promise<void> {
  const events: LiveEvent[] = [{ channel: channels.access(patient), ids: { patient } }];
  await asSystem(database, 'tell of access whose time is over', async (manager) => {
    await manager.query('select heldwell.tell_expired($1, $2, $3)', [patient, grant, version]);
    for (const { text, values } of bus.withinTransaction(events)) await manager.query(text, values);
  });
  bus.afterCommit(events);
}

interface Told {
  app: AppName;
  told: { person: string; notice: string }[];
}

/** Wakes the open pages of everybody who was told, on every server process. */
async function tellLive({ database, bus }: Services, { app, told }: Told): Promise<void> {
  const events: LiveEvent[] = told.map(({ person, notice }) => ({
    channel: channels.notices(person),
    ids: { app, notice },
  }));
  await asSystem(database, 'wake the pages of people with a new notice', async (manager) => {
    for (const { text, values } of bus.withinTransaction(events)) await manager.query(text, values);
  });
  bus.afterCommit(events);
}

interface Row {
  id: string;
  app: AppName;
  kind: string;
  person_id: string;
  email: Buffer;
  is_demo: boolean;
}

/**
 * Mails one notice. What was handed over is not handed over again; a process that dies between handing over and noting
 * it sends the same mail once more, under the same Message-ID.
 */
async function mailOne(services: Services, roads: MailRoads, notice: string): Promise<void> {
  const addressed = await asSystem(services.database, 'look up whom to mail a notice', async (manager) => {
    const runs = statementsOf(manager, services.sealing);
    const [row] = await runs.query<Row>({
      text: `select n.id, n.app, n.kind, n.person_id, p.email, p.is_demo from heldwell.notice n
          join heldwell.person p on p.id = n.person_id
        where n.id = $1 and n.mailed_at is null and p.disabled_at is null`,
      values: [notice],
    });
    if (!row) return undefined;
    const keys = await new SystemKeys(services.sealing, runs).ofSystem('PEOPLE');
    return { ...row, email: openEmail(keys, row.person_id, row.email) };
  });
  const road = addressed?.is_demo ? roads.demo : (roads.people ?? roads.demo);
  if (!addressed || !road) return;
  await road.send(noticeMail(addressed, roads.publicUrl));
  await asSystem(services.database, 'note that a notice was mailed', (manager) =>
    manager.query('update heldwell.notice set mailed_at = heldwell.now() where id = $1', [notice]),
  );
}
