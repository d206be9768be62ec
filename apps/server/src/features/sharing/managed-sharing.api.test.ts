import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aPatient, type MadePatient } from '../../../test/builders/a-patient.ts';
import { aCarer, aTeam, type MadeCarer, type MadeTeam } from '../../../test/builders/people.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import type { AppClient } from '../../../test/harness/app-client.ts';
import { CHANGE, RELABEL, SHARE } from '../../../test/harness/commands.ts';
import { writeId } from '../../platform/global-id.ts';

const MANAGED = `query ($id: ID!) { record(id: $id) { teamsToShareWith { id }
  invitationsGivenByViewer { name email labels } grantsGivenByViewer { grantee { name } state } } }`;
const INVITE = `mutation ($input: InviteCarerInput!) { inviteCarer(input: $input) { __typename
  ... on SharingRefused { why } ... on CarerInvited { invitation { id } } } }`;
const CHANGED = 'subscription ($id: ID!) { recordChanged(record: $id) { change } }';
const NOBODY = { teamsToShareWith: [], invitationsGivenByViewer: [], grantsGivenByViewer: [] };

let server: TestServer;
let patient: MadePatient;
let manager: MadeCarer;
let team: MadeTeam;
let owner: AppClient;
let helper: AppClient;
let other: AppClient;

beforeAll(async () => {
  server = await aServer();
});
beforeEach(async () => {
  const { db } = server;
  const looker = await aCarer(db);
  [manager, team] = [await aCarer(db), await aTeam(db)];
  patient = await aPatient(db)
    .sharing('GENERAL', { with: manager, rights: ['SEE', 'MANAGE_SHARING'] })
    .sharing('GENERAL', { with: looker, rights: ['SEE'] })
    .withEntry({ label: 'GENERAL' })
    .stored();
  owner = await server.asPerson(patient.email, 'PATIENT');
  helper = await server.asPerson(manager.email, 'CARER');
  other = await server.asPerson(looker.email, 'CARER');
});

const managed = async (by: AppClient) => (await by.graphql(MANAGED, { id: patient.recordId })).record;
const invite = async (by: AppClient, input: object = {}) =>
  by.answer(INVITE, {
    input: {
      ...{ id: randomUUID(), record: patient.recordId, name: 'Ngozi', email: 'ngozi@example.org' },
      ...{ labels: ['GENERAL'], rights: ['SEE'], ...input },
    },
  });
const share = (by: AppClient, to: MadeTeam, labels = ['GENERAL']) =>
  by.graphql(SHARE, {
    input: {
      ...{ id: randomUUID(), record: patient.recordId, team: writeId('TEAM', to.id) },
      ...{ labels, rights: ['SEE'] },
    },
  });

describe('whoever manages sharing', () => {
  it('is shown whom they invited and gave access, and the teams there are; another carer none of it', async () => {
    await invite(helper);
    await share(helper, team);
    const mine = await managed(helper);
    expect(mine).toMatchObject({
      invitationsGivenByViewer: [{ name: 'Ngozi', email: 'ngozi@example.org', labels: ['GENERAL'] }],
      grantsGivenByViewer: [{ grantee: { name: team.name }, state: 'IN_FORCE' }],
    });
    expect(mine.teamsToShareWith).toContainEqual({ id: writeId('TEAM', team.id) });
    expect(await managed(other)).toEqual(NOBODY);
    expect((await invite(other)).errors?.[0]?.extensions).toMatchObject({ needs: 'MANAGE_SHARING' });
  });

  it('is not shown what the patient invited, and shows nothing more when the right has ended', async () => {
    await invite(owner, { name: 'A friend', email: 'friend@example.org' });
    expect((await managed(helper)).invitationsGivenByViewer).toEqual([]);
    await invite(helper);
    expect((await managed(helper)).invitationsGivenByViewer).toHaveLength(1);
    await owner.graphql(
      'mutation ($input: ChangeSharingInput!) { changeSharing(input: $input) { __typename } }',
      { input: { grant: patient.grantId(0), labels: ['GENERAL'], rights: ['SEE'] } },
    );
    expect(await managed(helper)).toEqual(NOBODY);
    expect((await invite(helper)).errors?.[0]?.extensions).toMatchObject({ needs: 'MANAGE_SHARING' });
  });

  it('hears of a change in what they gave, and of nothing the patient gave the same team', async () => {
    await share(helper, team);
    const stream = helper.subscribe(CHANGED, { id: patient.recordId });
    expect((await stream.next()).recordChanged.change).toBe('STARTED');
    await share(owner, team);
    // What comes next is of an entry: the patient's own gift woke nobody.
    await owner.graphql(RELABEL, { entry: patient.entryId(0), label: 'SOCIAL_CARE' });
    expect((await stream.next()).recordChanged.change).toBe('ENTRIES');
    await share(helper, await aTeam(server.db));
    expect((await stream.next()).recordChanged.change).toBe('SHARING');
    await owner.graphql(CHANGE, { grant: patient.grantId(0), labels: ['GENERAL', 'SOCIAL_CARE'] });
    expect((await stream.next()).recordChanged.change).toBe('SHARING');
  });
});
