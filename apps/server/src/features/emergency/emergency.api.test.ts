import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { APasskey } from '../../../test/builders/a-passkey.ts';
import { aPatient, type MadePatient } from '../../../test/builders/a-patient.ts';
import {
  alsoWorksIn,
  aProfessional,
  aTeam,
  type MadePerson,
  type MadeTeam,
} from '../../../test/builders/people.ts';
import { runsOf } from '../../../test/builders/sealed.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import type { AppClient } from '../../../test/harness/app-client.ts';
import { writeId } from '../../platform/global-id.ts';
import { openSaid } from '../../platform/sealing/said-of-access.ts';
import { hashPassword } from '../sign-in/index.ts';

const OPEN = `mutation ($input: OpenInEmergencyInput!) { openInEmergency(input: $input) { __typename ... on Problem { message }
  ... on OpenedInEmergency { closesAt receipt { event basis by reason summaryLabels validUntil }
    record { id viewerAccess viewerLabels viewerSummaryLabels nhsNumber timeline { nodes { title } } threads { nodes { id } } } } } }`;
const SEEN = 'query ($id: ID!) { record(id: $id) { viewerAccess timeline { nodes { title } } } }';
const SETTLE = `mutation ($labels: [PrivacyLabel!]!) { setEmergencyAccess(input: { labels: $labels }) { sharing { emergencyLabels } } }`;
const CONFIRM =
  'mutation ($password: String!) { confirmSignIn(input: { password: $password }) { __typename } }';
const PASSWORD = 'a very quiet lamp';

let server: TestServer;
let patient: MadePatient;
let team: MadeTeam;
let member: MadePerson;
let owner: AppClient;
let staff: AppClient;
let nhsNumber: string;
let number = 9_990_000_000;

beforeAll(async () => {
  server = await aServer();
});
beforeEach(async () => {
  const { db } = server;
  nhsNumber = String(number++);
  team = await aTeam(db);
  patient = await aPatient(db)
    .named('Jo', 'Ashcroft')
    .known(nhsNumber, '1971-03-04')
    .withEntry({ kind: 'CONDITION', title: 'Asthma' })
    .withEntry({ kind: 'CONDITION', title: 'Psychosis', label: 'MENTAL_HEALTH' })
    .withEntry({ kind: 'CARE_PLAN', title: 'Safety plan', label: 'MENTAL_HEALTH' })
    .withEntry({ kind: 'DOCUMENT', title: 'A letter' })
    .withEntry({
      kind: 'APPOINTMENT',
      title: 'Yesterday',
      at: new Date(Date.now() - 86_400_000).toISOString(),
    })
    .withEntry({
      kind: 'APPOINTMENT',
      title: 'Tomorrow',
      at: new Date(Date.now() + 86_400_000).toISOString(),
    })
    .withThread({ with: await aTeam(db) })
    .stored();
  member = await aProfessional(db, { team });
  owner = await server.asPerson(patient.email, 'PATIENT');
  staff = await server.asPerson(member.email, 'PROFESSIONAL');
});

const asked = (chosen: object) => ({
  nhsNumber: `${nhsNumber.slice(0, 3)} ${nhsNumber.slice(3)}`,
  birthDate: '1971-03-04',
  familyName: 'ashcroft',
  team: writeId('TEAM', team.id),
  reason: 'Found unwell in the street.',
  ...chosen,
});
const open = (chosen: object = {}, by = staff) =>
  by.graphql(OPEN, { input: asked(chosen) }).then(({ openInEmergency }) => openInEmergency);
const refusal = async () => (await staff.answer(OPEN, { input: asked({}) })).errors?.[0]?.extensions?.code;
const titles = (record: { timeline: { nodes: { title: string }[] } }) =>
  record.timeline.nodes.map((n) => n.title).sort();
const later = (minutes: number) =>
  server.db.rows(
    `update heldwell.session set started_at = started_at - make_interval(mins => $2) where person_id = $1`,
    [member.personId, minutes],
  );

describe('breaking the glass', () => {
  it('names in the log the team it was opened for, of all that they work in', async () => {
    const first = await aTeam(server.db, { name: 'A team that comes first' });
    await alsoWorksIn(server.db, first, member.personId);
    await open({}, await server.asPerson(member.email, 'PROFESSIONAL'));
    const names = await server.db.rows<{ what: string; team_name: string }>(
      'select what, team_name from heldwell.access_log where patient_id = $1 and person_id = $2',
      [patient.id, member.personId],
    );
    expect(names.map(({ what }) => what)).toContain('EMERGENCY_OPENED');
    expect(new Set(names.map(({ team_name }) => team_name))).toEqual(new Set([team.name]));
  });

  it('opens the summary under every label for an hour, and nothing else', async () => {
    expect((await staff.graphql(SEEN, { id: patient.recordId })).record).toBeNull();
    const opened = await open();
    expect(titles(opened.record)).toEqual(['Asthma', 'Psychosis', 'Safety plan', 'Tomorrow']);
    expect(opened.record).toMatchObject({
      viewerAccess: 'EMERGENCY',
      viewerLabels: [],
      nhsNumber,
      threads: { nodes: [] },
    });
    expect(opened.receipt).toMatchObject({
      event: 'GIVEN',
      basis: 'EMERGENCY',
      reason: 'Found unwell in the street.',
    });
    const minutes = (Date.parse(opened.closesAt) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(59);
    expect(minutes).toBeLessThanOrEqual(60);
    const colleague = await server.asPerson((await aProfessional(server.db, { team })).email, 'PROFESSIONAL');
    expect((await colleague.graphql(SEEN, { id: patient.recordId })).record).toBeNull();
    // Again within the hour is the same hour.
    expect((await open()).closesAt).toBe(opened.closesAt);
    await server.db.rows(
      `update heldwell.consent_grant set valid_until = heldwell.now() where patient_id = $1 and basis = 'EMERGENCY'`,
      [patient.id],
    );
    expect((await staff.graphql(SEEN, { id: patient.recordId })).record).toBeNull();
    expect((await open()).__typename).toBe('OpenedInEmergency');
  });

  it('is told: to the patient with the reason, to the desk, and in the log', async () => {
    const stream = owner.subscribe('subscription ($id: ID!) { recordChanged(record: $id) { change } }', {
      id: patient.recordId,
    });
    await stream.next();
    await open();
    expect((await stream.next()).recordChanged.change).toBe('SHARING');
    const { record } = await owner.graphql(
      `query ($id: ID!) { record(id: $id) { sharing { history { nodes { basis reason grantee { name isVerified team { name } } } } }
        accessLog { nodes { person } } } }`,
      { id: patient.recordId },
    );
    expect(record.sharing.history.nodes[0]).toEqual({
      basis: 'EMERGENCY',
      reason: 'Found unwell in the street.',
      grantee: { name: `Sam ${member.familyName}`, isVerified: true, team: { name: team.name } },
    });
    expect(record.accessLog.nodes[0].person).toBe(`Sam ${member.familyName}`);
    const [listed] = await server.db.rows<{ id: string; reason: Buffer; team_name: string }>(
      'select id, reason, team_name from heldwell.emergency_access where patient_id = $1',
      [patient.id],
    );
    expect(listed?.team_name).toBe(team.name);
    const at = { place: 'emergency_access.reason', row: listed?.id ?? '' } as const;
    expect(await openSaid(runsOf(server.db), at, listed?.reason ?? null)).toBe('Found unwell in the street.');
  });

  it('needs all three to be right, a team of one’s own, and says whether there is a record', async () => {
    for (const wrong of [
      { birthDate: '1971-03-05' },
      { familyName: 'Ashcraft' },
      { nhsNumber: '9990000000999' },
    ]) {
      expect((await open(wrong)).__typename).toBe('NoSuchRecord');
    }
    expect((await open({ team: writeId('TEAM', (await aTeam(server.db)).id) })).__typename).toBe('NotFound');
    expect((await open()).__typename).toBe('OpenedInEmergency');
    const { errors } = await owner.answer(OPEN, {
      input: {
        nhsNumber,
        birthDate: '1971-03-04',
        familyName: 'Ashcroft',
        team: writeId('TEAM', team.id),
        reason: 'x',
      },
    });
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  it('asks for a fresh sign-in after five minutes, and takes any way the person has', async () => {
    await server.db.rows('update heldwell.person set password_hash = $2 where id = $1', [
      member.personId,
      await hashPassword(PASSWORD),
    ]);
    // A changed password signs everybody out.
    staff = await server.asPerson(member.email, 'PROFESSIONAL');
    await later(6);
    expect(await refusal()).toBe('FRESH_SIGN_IN_NEEDED');
    expect((await staff.graphql(CONFIRM, { password: 'something else' })).confirmSignIn.__typename).toBe(
      'SignInRefused',
    );
    expect(await refusal()).toBe('FRESH_SIGN_IN_NEEDED');
    expect((await staff.graphql(CONFIRM, { password: PASSWORD })).confirmSignIn.__typename).toBe(
      'SignInConfirmed',
    );
    expect((await open()).__typename).toBe('OpenedInEmergency');
  });

  it('is open to somebody who has a passkey and no password', async () => {
    const key = new APasskey();
    const begun = (await staff.graphql('mutation { beginPasskey { ticket options } }')).beginPasskey;
    await staff.graphql('mutation ($input: AddPasskeyInput!) { addPasskey(input: $input) { __typename } }', {
      input: { ticket: begun.ticket, passkey: key.made(begun.options) },
    });
    await later(6);
    expect(await refusal()).toBe('FRESH_SIGN_IN_NEEDED');
    const asked = await staff.graphql('mutation { beginPasskeyConfirmation { ticket options } }');
    const { ticket, options } = asked.beginPasskeyConfirmation;
    const { confirmSignIn } = await staff.graphql(
      'mutation ($input: ConfirmSignInInput!) { confirmSignIn(input: $input) { __typename } }',
      { input: { ticket, passkey: key.signed(options) } },
    );
    expect(confirmSignIn.__typename).toBe('SignInConfirmed');
    expect((await open()).__typename).toBe('OpenedInEmergency');
  });

  it('opens no more than the patient leaves to emergencies, and nothing while they stopped sharing', async () => {
    const { setEmergencyAccess } = await owner.graphql(SETTLE, { labels: ['GENERAL'] });
    expect(setEmergencyAccess.sharing.emergencyLabels).toEqual(['GENERAL']);
    const opened = await open();
    expect(titles(opened.record)).toEqual(['Asthma', 'Tomorrow']);
    await owner.graphql('mutation { stopAllSharing(input: {}) { stop { stoppedAt } } }');
    expect((await staff.graphql(SEEN, { id: patient.recordId })).record).toBeNull();
    expect((await open()).__typename).toBe('ClosedToEmergencies');
    await owner.graphql('mutation { resumeSharing { __typename } }');
    await owner.graphql(SETTLE, { labels: [] });
    await owner.graphql(`mutation ($grant: ID!) { stopSharing(input: { grant: $grant }) { __typename } }`, {
      grant: await emergencyGrant(),
    });
    expect((await open()).__typename).toBe('ClosedToEmergencies');
  });
});

async function emergencyGrant(): Promise<string> {
  const [grant] = await server.db.rows<{ id: string }>(
    `select id from heldwell.consent_grant where patient_id = $1 and basis = 'EMERGENCY' and superseded_at is null`,
    [patient.id],
  );
  return writeId('GRANT', grant?.id as string, patient.id);
}
