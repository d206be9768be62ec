import { beforeAll, describe, expect, it } from 'vitest';
import { writeId } from '../../src/platform/global-id.ts';
import { aPatient } from '../builders/a-patient.ts';
import { aPerson, aProfessional, aTeam } from '../builders/people.ts';
import { aDatabase, type TestDatabase } from '../harness/a-database.ts';
import { anotherProcess } from '../harness/another-process.ts';
import type { AppClient } from '../harness/app-client.ts';
import { isIn } from '../harness/signing-in.ts';

/**
 * What ends sessions, at one of two nodes, while the person listens at both. `npm run verify:long` makes two hundred tries
 * of each; every run makes some.
 */
const TRIES = process.env.VERIFY_LONG === '1' ? 200 : 4;
const WITHIN_MS = 1_000;
const INBOX = 'subscription ($id: ID!) { inboxChanged(team: $id) { thread { id } } }';
const RECORD = 'subscription ($id: ID!) { recordChanged(record: $id) { change } }';
const PASSWORDS = ['river lantern orchard', 'thirteen wet umbrellas'];

async function aScene() {
  const db = await aDatabase();
  const [team, other] = [await aTeam(db), await aTeam(db)];
  const patient = await aPatient(db).sharing('GENERAL', { with: team }).withThread({ with: team }).stored();
  const nodes = [await anotherProcess(db), await anotherProcess(db)] as const;
  return { db, team, other, patient, nodes };
}
type Scene = Awaited<ReturnType<typeof aScene>>;

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
});

/** A member of the team who listens to its inbox and a record of it at both nodes, in a session for each. */
async function listening({ db, team, patient, nodes }: Scene) {
  const member = await aProfessional(db, { team });
  const clients: AppClient[] = [];
  for (const node of nodes) clients.push(await node.asPerson(member.email, 'PROFESSIONAL'));
  const streams = clients.flatMap((client) => [
    client.subscribe(INBOX, { id: writeId('TEAM', team.id) }),
    client.subscribe(RECORD, { id: patient.recordId }),
  ]);
  for (const stream of streams) await stream.next();
  return { member, clients, streams };
}
type Listening = Awaited<ReturnType<typeof listening>>;

async function allEnd({ streams }: Listening): Promise<void> {
  await Promise.all(streams.map(async (stream) => expect(await stream.ended(WITHIN_MS)).toBe('COMPLETE')));
}

const leave = (db: TestDatabase, team: string, person: string) =>
  db.rows('update heldwell.team_member set left_at = heldwell.now() where team_id = $1 and person_id = $2', [
    team,
    person,
  ]);

describe(`at two nodes, ${TRIES} times each, every session and stream is over within a second`, () => {
  const ends = [
    {
      name: 'every other session is ended by its person',
      act: async ({ nodes }: Scene, { member }: Listening) => {
        const elsewhere = await nodes[0].asPerson(member.email, 'CARER');
        expect((await elsewhere.graphql('mutation { endOtherSessions }')).endOtherSessions).toBe(2);
      },
    },
    {
      name: 'the password is changed',
      act: ({ db }: Scene, { member }: Listening, turn: number) =>
        db.rows('update heldwell.person set password_hash = $2 where id = $1', [
          member.personId,
          PASSWORDS[turn % 2],
        ]),
    },
    {
      name: 'the person is disabled',
      act: ({ db }: Scene, { member }: Listening) =>
        db.rows('update heldwell.person set disabled_at = heldwell.now() where id = $1', [member.personId]),
    },
    {
      name: 'the person leaves their one team',
      act: ({ db, team }: Scene, { member }: Listening) => leave(db, team.id, member.personId),
    },
  ];
  it.each(ends)(
    'once $name',
    async ({ act }) => {
      for (let turn = 0; turn < TRIES; turn += 1) {
        const heard = await listening(scene);
        expect(await Promise.all(heard.clients.map(isIn))).toEqual([true, true]);
        await act(scene, heard, turn);
        await allEnd(heard);
        expect(await Promise.all(heard.clients.map(isIn))).toEqual([false, false]);
        for (const client of heard.clients) await client.close();
      }
    },
    900_000,
  );

  it('once they sign out, at each node for itself', async () => {
    for (let turn = 0; turn < TRIES; turn += 1) {
      const heard = await listening(scene);
      const [here, there] = heard.clients as [AppClient, AppClient];
      // The same cookie at the other node: that is where the session is ended.
      const same = await scene.nodes[1].asPerson(heard.member.email, 'PROFESSIONAL');
      const list = '{ viewer { sessions { id isCurrent } } }';
      const { id } = (await here.graphql(list)).viewer.sessions.find(
        ({ isCurrent }: { isCurrent: boolean }) => isCurrent,
      );
      await same.graphql('mutation ($id: ID!) { endSession(session: $id) }', { id });
      await Promise.all(heard.streams.slice(0, 2).map((stream) => stream.ended(WITHIN_MS)));
      expect([await isIn(here), await isIn(there)]).toEqual([false, true]);
      await there.graphql('mutation { signOut }');
      await allEnd(heard);
      for (const client of [...heard.clients, same]) await client.close();
    }
  }, 900_000);
});

it('who leaves one of two teams loses what it gave at once, and keeps the rest', async () => {
  const { db, team, other, patient } = scene;
  const heard = await listening(scene);
  await db.rows(`insert into heldwell.team_member (team_id, person_id, role) values ($1, $2, 'MEMBER')`, [
    other.id,
    heard.member.personId,
  ]);
  const kept = heard.clients[1]?.subscribe(INBOX, { id: writeId('TEAM', other.id) });
  await kept?.next();
  await leave(db, team.id, heard.member.personId);
  await allEnd(heard);
  expect(await Promise.all(heard.clients.map(isIn))).toEqual([true, true]);
  const read = 'query ($id: ID!) { record(id: $id) { id } }';
  const [client] = heard.clients as [AppClient];
  expect((await client.graphql(read, { id: patient.recordId })).record).toBeNull();
  await expect(kept?.ended(300)).rejects.toThrow('Nothing came');
});

it('who leaves every team stays signed in to their other apps', async () => {
  const heard = await listening(scene);
  const carer = await scene.nodes[0].asPerson(heard.member.email, 'CARER');
  await leave(scene.db, scene.team.id, heard.member.personId);
  await allEnd(heard);
  expect([await isIn(carer), await isIn(heard.clients[0] as AppClient)]).toEqual([true, false]);
});

it('nobody else is signed out by any of it', async () => {
  const bystander = await listening(scene);
  const heard = await listening(scene);
  await leave(scene.db, scene.team.id, heard.member.personId);
  await scene.db.rows('update heldwell.person set disabled_at = heldwell.now() where id = $1', [
    (await aPerson(scene.db)).personId,
  ]);
  await allEnd(heard);
  expect(await Promise.all(bystander.clients.map(isIn))).toEqual([true, true]);
  for (const stream of bystander.streams) await expect(stream.ended(100)).rejects.toThrow('Nothing came');
});
