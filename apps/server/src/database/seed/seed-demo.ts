import type { EntityManager } from 'typeorm';
import { asSystem } from '../../platform/as-system.ts';
import type { Services } from '../../platform/context.ts';
import { StartProblem } from '../../platform/start-problem.ts';
import { Actors } from './acting-as.ts';
import { tellMessages } from './demo-messages.ts';
import { makeOrganisations } from './demo-organisations.ts';
import { sharePartner } from './demo-partner.ts';
import { inviteCarers, markDemoPeople, takeUp } from './demo-people.ts';
import { importStory } from './demo-records.ts';
import { PATIENTS } from './story/cast.ts';

/** Called with a line for the person at the terminal. */
export type Say = (line: string) => void;

/**
 * Tells the demo story, once in the life of a database, through the doors that everybody uses. One that was cut short
 * goes on where it stopped, as of the day it began; of two servers that start together one tells it and the other waits.
 */
export async function seedDemo(services: Services, say: Say): Promise<void> {
  await asSystem(services.database, 'hold the telling of the demo story', async (manager) => {
    await manager.query(`select pg_advisory_xact_lock(hashtextextended('the demo story', 0))`);
    const toldAsOf = await unfinishedStory(services);
    if (toldAsOf) await tell(services, toldAsOf, say);
  });
}

async function tell(services: Services, toldAsOf: Date, say: Say): Promise<void> {
  say('Telling the demo story … organisations and teams');
  const actors = new Actors(services);
  await makeOrganisations(services);
  say('Telling the demo story … records');
  await importStory(services, toldAsOf);
  for (const patient of Object.values(PATIENTS)) {
    say(`Telling the demo story … ${patient.given} ${patient.family}`);
    await takeUp(services, actors, patient);
  }
  say('Telling the demo story … carers and messages');
  await inviteCarers(actors);
  await tellMessages(services, actors, toldAsOf);
  await sharePartner(services, actors);
  await markDemoPeople(services);
  await asSystem(services.database, 'note that the demo story is told', async (manager) => {
    // Nobody finds themself signed in on a device of the story's.
    await manager.query('update heldwell.session set ended_at = heldwell.now() where ended_at is null');
    await manager.query('update heldwell.demo_story set finished_at = heldwell.now()');
  });
}

/** The day the story is told from, noted at the first try; null when all of it was told. */
function unfinishedStory(services: Services): Promise<Date | null> {
  return asSystem(services.database, 'begin the demo story', async (manager: EntityManager) => {
    await manager.query(
      'insert into heldwell.demo_story (told_as_of) values (heldwell.now()) on conflict do nothing',
    );
    const [story] = await manager.query<{ told_as_of: Date; finished_at: Date | null }[]>(
      'select told_as_of, finished_at from heldwell.demo_story',
    );
    return story && !story.finished_at ? story.told_as_of : null;
  });
}

/**
 * Production serves no demo people.
 * @throws StartProblem when there are some in the database.
 */
export async function refuseDemoPeople(services: Services): Promise<void> {
  const [row] = await asSystem(services.database, 'look for demo people', (manager) =>
    manager.query<{ found: boolean }[]>(
      'select exists (select from heldwell.person where is_demo) or exists (select from heldwell.demo_story) as found',
    ),
  );
  if (row?.found) {
    throw new StartProblem(
      'This database holds the demo story, which anybody can sign in to: production needs a database of its own.',
    );
  }
}
