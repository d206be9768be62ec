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
import { runsOf } from '../../../test/builders/sealed.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import type { AppClient } from '../../../test/harness/app-client.ts';
import { RELABEL, STOP } from '../../../test/harness/commands.ts';
import { writeId } from '../../platform/global-id.ts';
import { giveDirectCare } from '../consent/index.ts';

const NAMED = 'entry { id kind title }';
const SHARE = `mutation ($input: ShareEntryInput!) { shareEntry(input: $input) { __typename
  ... on SharingRefused { why }
  ... on SharingChanged { grant { id labels ${NAMED} } receipt { event labels ${NAMED} } } } }`;
const HISTORY = `query ($id: ID!) { record(id: $id) { sharing { grants { id ${NAMED} }
  history(first: 10) { nodes { version ended cause ${NAMED} receipt { event ${NAMED} } } } } } }`;
const MINE = `query ($id: ID!) { record(id: $id) { viewerGrants { ${NAMED} } grantsGivenByViewer { ${NAMED} } } }`;
const SEEN = 'query ($id: ID!) { entry(id: $id) { title label } }';
const READERS = `query ($id: ID!, $under: PrivacyLabel) { entry(id: $id) { readers(under: $under) {
  grantee { name kind } seesNow wouldSee onlyThis } } }`;
const RENEW = `mutation ($grant: ID!) { renewSharing(input: { grant: $grant }) { __typename } }`;

let server: TestServer;
let patient: MadePatient;
let carer: MadeCarer;
let team: MadeTeam;
let clinic: MadeTeam;
let owner: AppClient;
let helper: AppClient;
let staff: AppClient;

beforeAll(async () => {
  server = await aServer();
});
beforeEach(async () => {
  const { db } = server;
  [carer, team, clinic] = [await aCarer(db), await aTeam(db), await aTeam(db)];
  patient = await aPatient(db)
    .sharing(['GENERAL', 'MENTAL_HEALTH'], { with: carer, rights: ['SEE', 'MANAGE_SHARING'] })
    .sharing('SEXUAL_HEALTH', { with: clinic })
    .withEntry({ label: 'GENERAL', title: 'Asthma' })
    .stored();
  owner = await server.asPerson(patient.email, 'PATIENT');
  helper = await server.asPerson(carer.email, 'CARER');
  staff = await server.asPerson((await aProfessional(db, { team })).email, 'PROFESSIONAL');
});

const asthma = () => ({ id: patient.entryId(0), kind: 'CONDITION', title: 'Asthma' });
const share = async (by: AppClient) => {
  const input = { id: randomUUID(), record: patient.recordId, entry: patient.entryId(0) };
  const { shareEntry } = await by.graphql(SHARE, { input: { ...input, team: writeId('TEAM', team.id) } });
  return shareEntry;
};
const seen = async (by = staff) => (await by.graphql(SEEN, { id: patient.entryId(0) })).entry;
const sharing = async () => (await owner.graphql(HISTORY, { id: patient.recordId })).record.sharing;
const relabel = (label: string) => owner.graphql(RELABEL, { entry: patient.entryId(0), label });
const readers = async (under?: string) =>
  Object.fromEntries(
    (await owner.graphql(READERS, { id: patient.entryId(0), under })).entry.readers.map(
      ({ grantee, ...sees }: { grantee: { name: string } }) => [grantee.name, Object.values(sees)],
    ),
  );

describe('the one entry that is shared', () => {
  it('is named to both sides, in the history and in the receipt, also once it has ended', async () => {
    const { grant, receipt } = await share(owner);
    expect(grant).toMatchObject({ labels: [], entry: asthma() });
    expect(receipt).toMatchObject({ event: 'GIVEN', labels: [], entry: asthma() });
    const theirs = await staff.graphql(MINE, { id: patient.recordId });
    expect(theirs.record.viewerGrants).toEqual([{ entry: asthma() }]);
    await owner.graphql(STOP, { grant: grant.id });
    const { grants, history } = await sharing();
    expect(grants.map(({ entry }: { entry: unknown }) => entry)).toEqual([null, null]);
    expect(history.nodes.slice(0, 2)).toEqual([
      {
        ...{ version: 2, ended: true, cause: null, entry: asthma() },
        receipt: { event: 'ENDED', entry: asthma() },
      },
      {
        ...{ version: 1, ended: false, cause: null, entry: asthma() },
        receipt: { event: 'GIVEN', entry: asthma() },
      },
    ]);
    expect((await staff.graphql(MINE, { id: patient.recordId })).record).toBeNull();
  });

  it('is named to whoever gave it for the patient, and given by nobody who does not see it', async () => {
    const { grant } = await share(helper);
    const mine = await helper.graphql(MINE, { id: patient.recordId });
    expect(mine.record.grantsGivenByViewer).toEqual([{ entry: asthma() }]);
    expect(grant.entry).toEqual(asthma());
    await relabel('SEXUAL_HEALTH');
    expect((await share(helper)).__typename).toBe('NotFound');
    expect((await helper.graphql(MINE, { id: patient.recordId })).record.grantsGivenByViewer).toEqual([]);
  });
});

describe('a professional by themself', () => {
  const GRANTS = 'query ($id: ID!) { record(id: $id) { sharing { grants { id grantee { kind } } } } }';
  const shareWithHolder = async (holderOf: string) =>
    (
      await owner.graphql(SHARE, {
        input: { id: randomUUID(), entry: patient.entryId(0), holderOf },
      })
    ).shareEntry;

  it('is named by what they hold, and sees one thing more under any label; nobody else is meant so', async () => {
    const person = await aProfessional(server.db, { team: await aTeam(server.db) });
    const robin = { kind: 'PROFESSIONAL', id: person.personId, name: 'Robin Vale' } as const;
    const other = await aPatient(server.db).sharing('GENERAL', { with: robin }).stored();
    patient = await aPatient(server.db)
      .sharing('SOCIAL_CARE', { with: robin })
      .sharing('SOCIAL_CARE', { with: team })
      .withEntry({ label: 'GENERAL', title: 'Asthma' })
      .stored();
    owner = await server.asPerson(patient.email, 'PATIENT');
    const client = await server.asPerson(person.email, 'PROFESSIONAL');
    expect(await seen(client)).toBeNull();
    const { grants } = (await owner.graphql(GRANTS, { id: patient.recordId })).record.sharing;
    const heldBy = (kind: string) =>
      grants.find(({ grantee }: { grantee: { kind: string } }) => grantee.kind === kind).id;
    const elsewhere = await server.asPerson(other.email, 'PATIENT');
    const [theirs] = (await elsewhere.graphql(GRANTS, { id: other.recordId })).record.sharing.grants;
    for (const wrong of [heldBy('TEAM'), theirs.id])
      expect((await shareWithHolder(wrong)).__typename).toBe('NotFound');
    expect(await seen(client)).toBeNull();
    const { grant } = await shareWithHolder(heldBy('PROFESSIONAL'));
    expect(grant).toMatchObject({ labels: [], entry: { title: 'Asthma' } });
    expect(await seen(client)).toEqual({ title: 'Asthma', label: 'GENERAL' });
    await relabel('SEXUAL_HEALTH');
    expect(await seen(client)).toEqual({ title: 'Asthma', label: 'SEXUAL_HEALTH' });
    await owner.graphql(STOP, { grant: grant.id });
    expect(await seen(client)).toBeNull();
    await owner.graphql(STOP, { grant: heldBy('PROFESSIONAL') });
    expect((await shareWithHolder(heldBy('PROFESSIONAL'))).__typename).toBe('NotFound');
  });
});

describe('another label', () => {
  it('leaves open what the patient shared by itself: the grant names the thing', async () => {
    await share(owner);
    expect(await seen()).toEqual({ title: 'Asthma', label: 'GENERAL' });
    await relabel('SEXUAL_HEALTH');
    expect(await seen()).toEqual({ title: 'Asthma', label: 'SEXUAL_HEALTH' });
  });

  it('ends what was given by somebody who does not hold it, tells why, and lets the patient renew it', async () => {
    const { grant } = await share(helper);
    await relabel('MENTAL_HEALTH');
    expect(await seen()).toEqual({ title: 'Asthma', label: 'MENTAL_HEALTH' });
    const stream = staff.subscribe('subscription ($id: ID!) { recordChanged(record: $id) { change } }', {
      id: patient.recordId,
    });
    expect((await stream.next()).recordChanged.change).toBe('STARTED');
    await relabel('SOCIAL_CARE');
    expect(await stream.ended()).toBe('COMPLETE');
    expect(await seen()).toBeNull();
    const { history } = await sharing();
    expect(history.nodes[0]).toMatchObject({ ended: true, cause: 'GIVER_ENDED', entry: asthma() });
    expect((await owner.graphql(RENEW, { grant: grant.id })).renewSharing.__typename).toBe('SharingChanged');
    expect(await seen()).toEqual({ title: 'Asthma', label: 'SOCIAL_CARE' });
    await relabel('SEXUAL_HEALTH');
    expect(await seen()).toEqual({ title: 'Asthma', label: 'SEXUAL_HEALTH' });
  });

  it('is told before with who gains, keeps and loses sight, just as it then comes', async () => {
    await share(owner);
    const [asBefore, gains, loses] = [
      [true, true, false],
      [false, true, false],
      [true, false, false],
    ];
    const byItself = { [team.name]: [true, true, true] };
    expect(await readers()).toEqual({ [carer.name]: asBefore, ...byItself });
    expect(await readers('SEXUAL_HEALTH')).toEqual({
      ...{ [carer.name]: loses, [clinic.name]: gains },
      ...byItself,
    });
    const carerToo = { entry: patient.entryId(0), carer: writeId('CARER', carer.id, patient.id) };
    const { shareEntry } = await owner.graphql(SHARE, { input: { id: randomUUID(), ...carerToo } });
    expect((await readers('SEXUAL_HEALTH'))[carer.name]).toEqual([true, true, true]);
    await owner.graphql(STOP, { grant: shareEntry.grant.id });
    await relabel('SEXUAL_HEALTH');
    expect(await seen(helper)).toBeNull();
    expect(await seen()).not.toBeNull();
    expect(await readers()).toEqual({ [clinic.name]: asBefore, ...byItself });
  });

  it('is told before of what was given through somebody’s access, too', async () => {
    await share(helper);
    expect((await readers('MENTAL_HEALTH'))[team.name]).toEqual([true, true, true]);
    expect((await readers('SOCIAL_CARE'))[team.name]).toEqual([true, false, true]);
  });

  it('is told before to the patient alone', async () => {
    await share(owner);
    for (const client of [helper, staff]) {
      expect((await client.graphql(READERS, { id: patient.entryId(0) })).entry).toEqual({ readers: [] });
    }
    expect(await readers()).not.toEqual({});
  });
});

it('is no answer to a team that comes to care for the person: it gets its access, once', async () => {
  const runs = runsOf(server.db);
  const caring = { team: { ...team, defaultLabels: ['GENERAL'] as const }, givenBy: 'Front desk' };
  await share(owner);
  expect(await giveDirectCare(runs, patient.id, caring)).toBe(true);
  expect(await giveDirectCare(runs, patient.id, caring)).toBe(false);
});
