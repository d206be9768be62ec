import { sendMessage, startThread } from '../../features/messaging/index.ts';
import { emailHash } from '../../features/sign-in/index.ts';
import { asSystem } from '../../platform/as-system.ts';
import type { Services } from '../../platform/context.ts';
import { type RowId, writeId } from '../../platform/global-id.ts';
import type { AppName } from '../../platform/opened-session.ts';
import type { Act, Actors } from './acting-as.ts';
import { patientOf } from './demo-people.ts';
import { CARERS, PATIENTS, PROFESSIONALS } from './story/cast.ts';
import { stableUuid } from './story/fhir/stable-uuid.ts';
import { type StoryCalendar, storyCalendar } from './story/fhir/story-calendar.ts';
import { THREADS } from './story/messages.ts';
import type { DemoMessage, DemoThread } from './story/thread-shapes.ts';

/** Lets the people of the story write to each other, and then puts the messages on the days they are told of. */
export async function tellMessages(services: Services, actors: Actors, toldAsOf: Date): Promise<void> {
  const calendar = storyCalendar(toldAsOf);
  const directory = await directoryOf(services);
  for (const thread of THREADS) {
    const reference = await start(actors, thread, directory);
    for (const [at, message] of thread.messages.entries()) {
      if (at > 0) await write(actors, reference, { message, id: messageId(thread, at) });
    }
    await backDate(services, reference, times(thread, calendar));
  }
}

const messageId = (thread: DemoThread, at: number): string => stableUuid(`message/${thread.key}/${at}`);
const times = (thread: DemoThread, calendar: StoryCalendar): string[] =>
  thread.messages.map(({ daysAgo, time }) => calendar.time(-daysAgo, time));

/** Ids a client would have from the page it writes from. */
interface Directory {
  teams: Map<string, string>;
  people: Map<string, string>;
}

async function directoryOf(services: Services): Promise<Directory> {
  return asSystem(services.database, 'look up whom the demo people write to', async (manager) => {
    const teams = await manager.query<{ code: string; id: string }[]>('select code, id from heldwell.team');
    const people = await manager.query<{ hash: Buffer; id: string }[]>(
      'select email_hash as hash, id from heldwell.person',
    );
    return {
      teams: new Map(teams.map(({ code, id }) => [code, id])),
      people: new Map(people.map(({ hash, id }) => [hash.toString('hex'), id])),
    };
  });
}

async function start(actors: Actors, thread: DemoThread, directory: Directory): Promise<RowId> {
  const patient = await actors.as(patientOf(thread.patient).email, 'PATIENT');
  const outcome = await patient(async (context) => {
    const own = (await context.scope.viewer())?.patientId ?? '';
    const carers = CARERS.filter(({ key }) => thread.inCopy.includes(key));
    return startThread(context, {
      id: stableUuid(`thread/${thread.key}`),
      team: writeId('TEAM', directory.teams.get(thread.team) ?? ''),
      subject: thread.subject,
      label: thread.label,
      text: thread.messages[0]?.text ?? '',
      copyTo: carers.map(({ email }) =>
        writeId(
          'CARER',
          directory.people.get(emailHash(context.services.sealing, email).toString('hex')) ?? '',
          own,
        ),
      ),
      allowCarersWithoutLabel: false,
      attachments: [],
    });
  });
  if (outcome.is !== 'STARTED') throw new Error(`The discussion ${thread.key} did not start: ${outcome.is}.`);
  return outcome.thread;
}

async function write(
  actors: Actors,
  thread: RowId,
  { message, id }: { message: DemoMessage; id: string },
): Promise<void> {
  const act = await writer(actors, message.from);
  const { outcome } = await act((context) =>
    sendMessage(context, {
      id,
      thread: writeId('THREAD', thread.row, thread.patient),
      text: message.text,
      attachments: [],
    }),
  );
  if (outcome !== 'SENT') throw new Error(`A message of ${message.from} was not sent: ${outcome}.`);
}

function writer(actors: Actors, key: string): Promise<Act> {
  const apps: [AppName, readonly { key: string; email: string }[]][] = [
    ['PATIENT', Object.values(PATIENTS)],
    ['CARER', CARERS],
    ['PROFESSIONAL', Object.values(PROFESSIONALS)],
  ];
  for (const [app, people] of apps) {
    const found = people.find((person) => person.key === key);
    if (found) return actors.as(found.email, app);
  }
  throw new Error(`Nobody in the story is called ${key}.`);
}

/**
 * Messages are stamped with the moment they are stored, and no door lets anybody choose another. A story that
 * happened over two weeks needs its own times, so the seed alone moves them, here, as the system.
 */
async function backDate(services: Services, thread: RowId, sentAt: readonly string[]): Promise<void> {
  const on = [thread.patient, thread.row];
  await asSystem(services.database, 'put the demo messages on their days', async (manager) => {
    await manager.query(
      `update heldwell.message m set sent_at = n.sent_at from unnest($3::timestamptz[]) with ordinality n (sent_at, position)
       where m.patient_id = $1 and m.thread_id = $2 and m.position = n.position`,
      [...on, sentAt],
    );
    await manager.query(
      'update heldwell.thread set started_at = $3, last_message_at = $4 where patient_id = $1 and id = $2',
      [...on, sentAt[0], sentAt.at(-1)],
    );
    await manager.query(
      'update heldwell.participant set joined_at = $3 where patient_id = $1 and thread_id = $2',
      [...on, sentAt[0]],
    );
    await manager.query(
      'update heldwell.team_inbox set last_message_at = $3 where patient_id = $1 and thread_id = $2',
      [...on, sentAt.at(-1)],
    );
  });
}
