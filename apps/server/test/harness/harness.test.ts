import { beforeAll, describe, expect, it } from 'vitest';
import { aPatient } from '../builders/a-patient.ts';
import { aCarer, aProfessional, aTeam } from '../builders/people.ts';
import { aServer, type TestServer } from './a-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});

describe('the test harness', () => {
  it('serves a patient, a carer and a team of a database of its own', async () => {
    const { db } = server;
    const team = await aTeam(db);
    const carer = await aCarer(db);
    const staff = await aProfessional(db, { team });
    const patient = await aPatient(db)
      .sharing(['GENERAL', 'MENTAL_HEALTH'], { with: team })
      .sharing('GENERAL', { with: carer })
      .withEntry({ label: 'MENTAL_HEALTH' })
      .withEntry({ value: 51 })
      .withThread({ with: team, label: 'MENTAL_HEALTH' })
      .stored();
    const query = `query ($id: ID!) { record(id: $id) { timeline { nodes { id detail { __typename } } } threads { nodes { subject } } } }`;
    const seen = async (email: string, app: 'PATIENT' | 'CARER' | 'PROFESSIONAL') => {
      const client = await server.asPerson(email, app);
      const { record } = await client.graphql(query, { id: patient.recordId });
      return [record.timeline.nodes.length, record.threads.nodes.length];
    };
    expect(await seen(patient.email, 'PATIENT')).toEqual([2, 1]);
    expect(await seen(staff.email, 'PROFESSIONAL')).toEqual([2, 1]);
    expect(await seen(carer.email, 'CARER')).toEqual([1, 0]);
    const nobody = await server.asNobody('PATIENT').answer(query, { id: patient.recordId });
    expect(nobody.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  it('reads a live stream and sees it end', async () => {
    const { db } = server;
    const team = await aTeam(db);
    const staff = await aProfessional(db, { team });
    const patient = await aPatient(db).sharing('GENERAL', { with: team }).stored();
    const professional = await server.asPerson(staff.email, 'PROFESSIONAL');
    const stream = professional.subscribe(
      'subscription ($id: ID!) { recordChanged(record: $id) { change } }',
      {
        id: patient.recordId,
      },
    );
    expect(await stream.next()).toEqual({ recordChanged: { change: 'STARTED' } });
    const owner = await server.asPerson(patient.email, 'PATIENT');
    await owner.graphql('mutation ($g: ID!) { stopSharing(input: { grant: $g }) { __typename } }', {
      g: patient.grantId(),
    });
    expect(await stream.ended()).toBe('COMPLETE');
  });
});
