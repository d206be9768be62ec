import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
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
import { STOP } from '../../../test/harness/commands.ts';
import { writeId } from '../../platform/global-id.ts';

const GIVE = `mutation ($input: ShareWithTeamInput!) { shareWithTeam(input: $input) { __typename
  ... on SharingRefused { why message }
  ... on SharingChanged { grant { id labels rights givenForPatient validUntil } receipt { event by grantee labels remains } } } }`;
const CHANGE = `mutation ($input: ChangeSharingInput!) { changeSharing(input: $input) { __typename
  ... on SharingRefused { why } ... on SharingChanged { grant { id version labels givenForPatient } } } }`;
const RENEW = `mutation ($grant: ID!) { renewSharing(input: { grant: $grant }) { __typename
  ... on SharingChanged { grant { labels state givenForPatient } } } }`;
const SHARING = `query ($id: ID!) { record(id: $id) { sharing { grants { id labels state givenForPatient cause }
  history(first: 20) { nodes { grantId version ended cause reason givenBy receipt { event labels labelsBefore remains } } } } } }`;
const SEEN = 'query ($id: ID!) { record(id: $id) { viewerLabels timeline { nodes { label title } } } }';

let server: TestServer;
let patient: MadePatient;
let carer: MadeCarer;
let team: MadeTeam;
let owner: AppClient;
let helper: AppClient;
let staff: AppClient;

beforeAll(async () => {
  server = await aServer();
});
beforeEach(async () => {
  const { db } = server;
  [carer, team] = [await aCarer(db), await aTeam(db)];
  patient = await aPatient(db)
    .sharing(['GENERAL', 'MENTAL_HEALTH'], { with: carer, rights: ['SEE', 'MESSAGE', 'MANAGE_SHARING'] })
    .withEntry({ label: 'GENERAL' })
    .withEntry({ label: 'MENTAL_HEALTH' })
    .withEntry({ label: 'SEXUAL_HEALTH' })
    .stored();
  owner = await server.asPerson(patient.email, 'PATIENT');
  helper = await server.asPerson(carer.email, 'CARER');
  staff = await server.asPerson((await aProfessional(db, { team })).email, 'PROFESSIONAL');
});

const give = (by: AppClient, input: object) =>
  by
    .graphql(GIVE, {
      input: {
        id: randomUUID(),
        record: patient.recordId,
        team: writeId('TEAM', team.id),
        labels: ['GENERAL', 'MENTAL_HEALTH'],
        rights: ['SEE', 'MESSAGE'],
        ...input,
      },
    })
    .then(({ shareWithTeam }) => shareWithTeam);
const seen = async () => (await staff.graphql(SEEN, { id: patient.recordId })).record?.viewerLabels ?? null;
const sharing = async () => (await owner.graphql(SHARING, { id: patient.recordId })).record.sharing;

describe('giving on somebody’s behalf', () => {
  it('gives what the giver holds, and not one label, right or day more', async () => {
    const given = await give(helper, {});
    expect(given.grant).toMatchObject({ givenForPatient: true, labels: ['GENERAL', 'MENTAL_HEALTH'] });
    expect(given.receipt).toMatchObject({ event: 'GIVEN', grantee: team.name, by: carer.name });
    expect(await seen()).toEqual(['GENERAL', 'MENTAL_HEALTH']);
    for (const more of [
      { labels: ['GENERAL', 'SEXUAL_HEALTH'] },
      { rights: ['SEE', 'ADD'] },
      { labels: ['GENERAL', 'MENTAL_HEALTH', 'SEXUAL_HEALTH', 'SOCIAL_CARE'] },
    ]) {
      expect(await give(helper, more)).toMatchObject({ __typename: 'SharingRefused', why: 'MORE_THAN_HELD' });
    }
    expect(await seen()).toEqual(['GENERAL', 'MENTAL_HEALTH']);
  });

  it('is logged with what the giver reads of the record in the answer', async () => {
    const looks = async () =>
      (
        await server.db.rows<{ what: string }>(
          `select what from heldwell.access_log where patient_id = $1 and person_id = $2 and action = 'OPENED'`,
          [patient.id, carer.personId],
        )
      ).map(({ what }) => what);
    await give(helper, {});
    expect(await looks()).toEqual([]);
    const reading = GIVE.replace('receipt {', 'record { timeline { nodes { title } } } receipt {');
    const input = {
      ...{ id: randomUUID(), record: patient.recordId, team: writeId('TEAM', (await aTeam(server.db)).id) },
      ...{ labels: ['GENERAL'], rights: ['SEE'] },
    };
    const { shareWithTeam } = await helper.graphql(reading, { input });
    expect(shareWithTeam.record.timeline.nodes).not.toEqual([]);
    expect(await looks()).toEqual(['TIMELINE']);
  });

  it('is for those alone who manage sharing, of that record', async () => {
    const { db } = server;
    const other = await aCarer(db);
    await aPatient(db)
      .sharing('GENERAL', { with: other, rights: ['SEE', 'MANAGE_SHARING'] })
      .stored();
    const stranger = await server.asPerson(other.email, 'CARER');
    for (const client of [stranger, staff]) {
      const input = {
        id: randomUUID(),
        record: patient.recordId,
        team: writeId('TEAM', team.id),
        labels: ['GENERAL'],
      };
      const { errors } = await client.answer(GIVE, { input });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', needs: 'MANAGE_SHARING' });
    }
    expect(await seen()).toBeNull();
    expect((await give(helper, {})).__typename).toBe('SharingChanged');
  });

  it('leaves alone what the patient gave, the giver’s own grant too', async () => {
    const own = await give(owner, { labels: ['GENERAL'] });
    for (const grant of [own.grant.id, patient.grantId()]) {
      const input = { grant, labels: ['GENERAL', 'MENTAL_HEALTH'] };
      expect((await helper.graphql(CHANGE, { input })).changeSharing.__typename).toBe('NotFound');
      expect((await helper.graphql(STOP, { grant })).stopSharing.__typename).toBe('NotFound');
    }
    expect(await seen()).toEqual(['GENERAL']);
    // Theirs stands beside it: no refusal tells what the patient gave, and each ends by itself.
    const beside = await give(helper, {});
    expect(beside.grant.id).not.toBe(own.grant.id);
    expect(await seen()).toEqual(['GENERAL', 'MENTAL_HEALTH']);
    await helper.graphql(STOP, { grant: beside.grant.id });
    expect(await seen()).toEqual(['GENERAL']);
  });

  it('ends no later than the giver’s own', async () => {
    await server.db.rows(
      `update heldwell.consent_grant set valid_until = heldwell.now() + interval '2 days' where patient_id = $1`,
      [patient.id],
    );
    const given = await give(helper, { validUntil: '2099-01-01T00:00:00Z' });
    expect(Date.parse(given.grant.validUntil)).toBeLessThan(Date.now() + 3 * 86_400_000);
  });
});

describe('what was given through another’s access', () => {
  it('is narrowed with it, told with its reason, and renewed by the patient as their own', async () => {
    const { grant } = await give(helper, {});
    await owner.graphql(CHANGE, { input: { grant: patient.grantId(), labels: ['GENERAL'] } });
    expect(await seen()).toEqual(['GENERAL']);
    // What the law narrowed by itself opens what is left, and no more.
    const [left, ...more] = (await staff.graphql(SEEN, { id: patient.recordId })).record.timeline.nodes;
    expect([left.label, typeof left.title, more.length]).toEqual(['GENERAL', 'string', 0]);
    const { history } = await sharing();
    expect(history.nodes[0]).toMatchObject({ grantId: grant.id, version: 2, cause: 'GIVER_NARROWED' });
    expect(history.nodes[0].receipt).toMatchObject({
      event: 'CHANGED',
      labels: ['GENERAL'],
      labelsBefore: ['GENERAL', 'MENTAL_HEALTH'],
      remains: ['WHAT_IT_WROTE'],
    });
    const { renewSharing } = await owner.graphql(RENEW, { grant: grant.id });
    expect(renewSharing.grant).toEqual({
      labels: ['GENERAL', 'MENTAL_HEALTH'],
      state: 'IN_FORCE',
      givenForPatient: false,
    });
    await owner.graphql(STOP, { grant: patient.grantId() });
    expect(await seen()).toEqual(['GENERAL', 'MENTAL_HEALTH']);
    expect((await owner.graphql(RENEW, { grant: grant.id })).renewSharing.__typename).toBe('NotFound');
  });

  it('ends with it, down every step, in the same transaction', async () => {
    const { db } = server;
    const second = await aTeam(db);
    const manages = { rights: ['SEE', 'MANAGE_SHARING'] };
    await give(helper, manages);
    const further = await give(staff, {
      team: writeId('TEAM', second.id),
      labels: ['GENERAL'],
      rights: ['SEE'],
    });
    expect(further.grant.givenForPatient).toBe(true);
    const last = await server.asPerson((await aProfessional(db, { team: second })).email, 'PROFESSIONAL');
    expect((await last.graphql(SEEN, { id: patient.recordId })).record.viewerLabels).toEqual(['GENERAL']);
    await owner.graphql(STOP, { grant: patient.grantId() });
    expect(await seen()).toBeNull();
    expect((await last.graphql(SEEN, { id: patient.recordId })).record).toBeNull();
    expect((await sharing()).grants).toEqual([]);
  });
});
