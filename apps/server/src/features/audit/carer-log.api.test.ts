import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { aPatient, type MadePatient } from '../../../test/builders/a-patient.ts';
import {
  aCarer,
  aProfessional,
  aTeam,
  type MadeCarer,
  type MadeTeam,
} from '../../../test/builders/people.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import type { AppClient } from '../../../test/harness/app-client.ts';
import { writeId } from '../../platform/global-id.ts';

const LOG = `query ($id: ID!) { record(id: $id) {
  accessLog(first: 100) { nodes { person lookedAt opened sharingChange labels place question { words } mayQuestion } }
  accessLogParties { name isTeam } } }`;

interface Line {
  person: string;
  lookedAt: string[];
  opened: string | null;
  sharingChange: string | null;
  labels: string[];
  place: number | null;
  mayQuestion: boolean;
}

let server: TestServer;
let team: MadeTeam;
let patient: MadePatient;
let some: MadeCarer;
let all: MadeCarer;
let none: MadeCarer;
let clients: Record<'some' | 'all' | 'none', AppClient>;

const ALL_FOUR = ['GENERAL', 'MENTAL_HEALTH', 'SEXUAL_HEALTH', 'SOCIAL_CARE'] as const;
beforeAll(async () => {
  server = await aServer();
  team = await aTeam(server.db, { name: 'Quiet Team' });
  [some, all, none] = [await aCarer(server.db), await aCarer(server.db), await aCarer(server.db)];
  patient = await aPatient(server.db)
    .sharing(['GENERAL', 'MENTAL_HEALTH'], { with: team })
    .sharing('GENERAL', { with: some, rights: ['SEE', 'SEE_LOG'] })
    .sharing([...ALL_FOUR], { with: all, rights: ['SEE', 'SEE_LOG'] })
    .sharing([...ALL_FOUR], { with: none, rights: ['SEE'] })
    .withEntry()
    .withEntry({ label: 'MENTAL_HEALTH' })
    .stored();
  const staff = await server.asPerson((await aProfessional(server.db, { team })).email, 'PROFESSIONAL');
  for (const index of [0, 1])
    await staff.graphql('query ($id: ID!) { entry(id: $id) { id } }', { id: patient.entryId(index) });
  await staff.graphql('query ($id: ID!) { record(id: $id) { timeline(first: 5) { nodes { id } } } }', {
    id: patient.recordId,
  });
  clients = {
    some: await server.asPerson(some.email, 'CARER'),
    all: await server.asPerson(all.email, 'CARER'),
    none: await server.asPerson(none.email, 'CARER'),
  };
});

const read = async (client: AppClient) => {
  const { record } = await client.graphql(LOG, { id: patient.recordId });
  return record as {
    accessLog: { nodes: Line[] };
    accessLogParties: { name: string; isTeam: boolean }[];
  };
};

describe('who looked, to a carer', () => {
  it('is what is about what they may see themself', async () => {
    const { accessLog, accessLogParties } = await read(clients.some);
    const staffs = accessLog.nodes.filter(({ person }) => person.startsWith('Sam'));
    expect(staffs.map(({ opened }) => opened)).toEqual([patient.entryId(0)]);
    expect(accessLogParties.map(({ name }) => name)).toContain('Quiet Team');
    expect(accessLog.nodes.every(({ place, mayQuestion }) => place === null && !mayQuestion)).toBe(true);
  });

  it('is all of it where they hold every label, still without its chain', async () => {
    const { accessLog } = await read(clients.all);
    const staffs = accessLog.nodes.filter(({ person }) => person.startsWith('Sam'));
    expect(staffs.map(({ opened }) => opened)).toEqual([null, patient.entryId(1), patient.entryId(0)]);
    const { errors } = await clients.all.answer(
      'query ($id: ID!) { record(id: $id) { accessLogHead { position } } }',
      { id: patient.recordId },
    );
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  it('shows a change of sharing within those labels, and no other', async () => {
    const other = await aTeam(server.db, { name: 'Other Team' });
    const owner = await server.asPerson(patient.email, 'PATIENT');
    const share = (labels: string[]) =>
      owner.graphql(
        'mutation ($input: ShareWithTeamInput!) { shareWithTeam(input: $input) { __typename } }',
        {
          input: { id: randomUUID(), team: writeId('TEAM', other.id), labels, rights: ['SEE'] },
        },
      );
    await share(['GENERAL']);
    await share(['GENERAL', 'SEXUAL_HEALTH']);
    const changesOf = async (client: AppClient) =>
      (await read(client)).accessLog.nodes
        .filter(({ sharingChange }) => sharingChange?.startsWith('GRANT'))
        .map(({ labels }) => labels.length);
    const [within, whole] = [await changesOf(clients.some), await changesOf(clients.all)];
    expect(within).toContain(1);
    expect(within).not.toContain(2);
    expect(whole).toEqual(expect.arrayContaining([1, 2]));
  });

  it('is itself a look that the patient is told of', async () => {
    await read(clients.some);
    const owner = await server.asPerson(patient.email, 'PATIENT');
    const { viewer } = await owner.graphql(
      '{ viewer { record { accessLog(first: 5) { nodes { person lookedAt } } } } }',
    );
    expect(viewer.record.accessLog.nodes[0]).toEqual({ person: some.name, lookedAt: ['LOG'] });
  });

  it('is nothing without that right, and nothing once it is taken back', async () => {
    const refused = async (client: AppClient) =>
      (await client.answer(LOG, { id: patient.recordId })).errors?.map(({ extensions }) => extensions?.code);
    expect(await refused(clients.none)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    expect(await refused(clients.some)).toBeUndefined();
    await server.db.rows(
      'update heldwell.consent_grant set ended = true where patient_id = $1 and grantee_id = $2',
      [patient.id, some.personId],
    );
    expect(await read(clients.some)).toBeNull();
  });
});
