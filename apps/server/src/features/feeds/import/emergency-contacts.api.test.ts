import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aPatient, type MadePatient } from '../../../../test/builders/a-patient.ts';
import { aBundle, aFhirPatient, nhsNumber } from '../../../../test/builders/fhir-resources.ts';
import { aProfessional, aTeam, type MadePerson, type MadeTeam } from '../../../../test/builders/people.ts';
import { aServer, type TestServer } from '../../../../test/harness/a-server.ts';
import type { AppClient } from '../../../../test/harness/app-client.ts';
import { STOP } from '../../../../test/harness/commands.ts';
import { writeId } from '../../../platform/global-id.ts';
import { sourceOfText } from '../fhir/fhir-source.ts';
import { nhsNumberOf } from '../fhir/identifiers.ts';
import { r4Definitions } from '../fhir/r4-definitions.ts';
import { importRun } from './import-run.ts';

const READ = `query ($id: ID!) { record(id: $id) { nhsNumber
  emergencyContacts { name relationship phone organisationName receivedAt } } }`;
const OPEN = `mutation ($input: OpenInEmergencyInput!) { openInEmergency(input: $input) { __typename } }`;
const SETTLE = `mutation ($labels: [PrivacyLabel!]!) { setEmergencyAccess(input: { labels: $labels }) { sharing { emergencyLabels } } }`;
const BORN = '1971-03-04';

const sister = {
  name: { given: ['Sam'], family: 'Ashcroft' },
  relationship: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-RoleCode', code: 'SIS' }] }],
  telecom: [{ system: 'phone', value: '07700 900111' }],
};
const neighbour = { name: { text: 'Kit Lane' }, relationship: [{ text: 'Neighbour' }] };

let server: TestServer;
let team: MadeTeam;
let member: MadePerson;
let patient: MadePatient;
let owner: AppClient;
let staff: AppClient;
let number = '';
let last = 999_004_000;

/** The next whole number of the test range. */
function nextNumber(): string {
  last += 1;
  const whole = Array.from({ length: 10 }, (_, digit) => nhsNumberOf([nhsNumber(`${last}${digit}`)])).find(
    Boolean,
  );
  return whole ?? nextNumber();
}

beforeAll(async () => {
  r4Definitions();
  server = await aServer();
}, 60_000);
beforeEach(async () => {
  number = nextNumber();
  team = await aTeam(server.db);
  const others = await aTeam(server.db);
  patient = await aPatient(server.db)
    .named('Jo', 'Ashcroft')
    .known(number, BORN)
    .sharing('GENERAL', { with: team })
    .sharing('MENTAL_HEALTH', { with: others })
    .stored();
  member = await aProfessional(server.db, { team: others });
  owner = await server.asPerson(patient.email, 'PATIENT');
  staff = await server.asPerson((await aProfessional(server.db, { team })).email, 'PROFESSIONAL');
});

/** One sender's Patient, as it is now. */
async function send(ods: string, contact: object[], more: object = {}): Promise<void> {
  const who = {
    identifier: [nhsNumber(number)],
    birthDate: BORN,
    name: [{ given: ['Jo'], family: 'Ashcroft' }],
  };
  const bundle = aBundle('batch', aFhirPatient(`p-${number}`, { ...who, contact, ...more }));
  const report = await importRun(server.db.services, {
    organisation: { ods, name: `Sender ${ods}` },
    sources: [sourceOfText(ods, JSON.stringify(bundle))],
    now: new Date(),
  });
  expect(report.records.map(({ patientId }) => patientId)).toEqual([patient.id]);
}

const read = async (by: AppClient) => (await by.graphql(READ, { id: patient.recordId })).record;
const namesFor = async (by: AppClient): Promise<string[]> =>
  (await read(by)).emergencyContacts.map(({ name }: { name: string }) => name);

describe('whom to call', () => {
  it('is what each sender sent last, with what they are, their number and who sent it', async () => {
    await send('EC1', [sister, neighbour]);
    await send('EC2', [sister]);
    const from = { organisationName: 'Sender EC1', receivedAt: expect.any(String) };
    const sent = { name: 'Sam Ashcroft', relationship: 'Sister', phone: '07700 900111' };
    expect((await read(owner)).emergencyContacts).toEqual([
      { ...sent, ...from, organisationName: 'Sender EC2' },
      { ...sent, ...from },
      { name: 'Kit Lane', relationship: 'Neighbour', phone: null, ...from },
    ]);
    await send('EC1', [{ ...neighbour, name: { text: 'Kit Lane-Moss' } }]);
    expect(await namesFor(owner)).toEqual(['Kit Lane-Moss', 'Sam Ashcroft']);
    await send('EC1', []);
    expect(await namesFor(owner)).toEqual(['Sam Ashcroft']);
  });

  it('is kept for nobody while a sender restricts the record, and comes again with what is sent after', async () => {
    await send('ED1', [sister]);
    await send('ED2', [neighbour]);
    expect(await namesFor(owner)).toEqual(['Kit Lane', 'Sam Ashcroft']);
    const restricted = { meta: { security: [{ code: 'R' }] } };
    await send('ED1', [sister], restricted);
    await send('ED2', [neighbour, sister]);
    const kept = await server.db.rows('select from heldwell.emergency_contact where patient_id = $1', [
      patient.id,
    ]);
    expect([await namesFor(owner), kept]).toEqual([[], []]);
    await send('ED1', [sister]);
    expect(await namesFor(owner)).toEqual(['Sam Ashcroft']);
  });

  it('is no longer listed after the sender’s end', async () => {
    const until = (days: number) => ({
      period: { end: new Date(Date.now() + days * 86_400_000).toISOString() },
    });
    await send('EE1', [
      { ...sister, ...until(-1) },
      { ...neighbour, ...until(1) },
    ]);
    expect(await namesFor(owner)).toEqual(['Kit Lane']);
  });
});

describe('whom to call, as identity, is GENERAL', () => {
  it('for a team until the patient stops, and never for one with another label', async () => {
    await send('EF1', [sister]);
    const elsewhere = await server.asPerson(member.email, 'PROFESSIONAL');
    expect(await namesFor(staff)).toEqual(['Sam Ashcroft']);
    expect(await read(elsewhere)).toEqual({ nhsNumber: null, emergencyContacts: [] });
    const logged = await server.db.rows<{ what: string }>(
      `select what from heldwell.access_log where patient_id = $1 and action = 'OPENED'`,
      [patient.id],
    );
    expect(logged).toEqual([{ what: 'DETAILS' }, { what: 'DETAILS' }]);
    await owner.graphql(STOP, { grant: patient.grantId() });
    expect(await read(staff)).toBeNull();
  });

  it('opens in an emergency, unless the patient narrowed emergencies to other labels', async () => {
    await send('EG1', [sister]);
    const open = async () => {
      const outsiders = await aTeam(server.db);
      const helper = await aProfessional(server.db, { team: outsiders });
      const by = await server.asPerson(helper.email, 'PROFESSIONAL');
      expect(await read(by)).toBeNull();
      const who = { nhsNumber: number, birthDate: BORN, familyName: 'Ashcroft' };
      const input = { ...who, team: writeId('TEAM', outsiders.id), reason: 'Found unwell in the street.' };
      expect((await by.graphql(OPEN, { input })).openInEmergency.__typename).toBe('OpenedInEmergency');
      return by;
    };
    expect(await namesFor(await open())).toEqual(['Sam Ashcroft']);
    await owner.graphql(SETTLE, { labels: ['MENTAL_HEALTH'] });
    expect(await namesFor(await open())).toEqual([]);
  });

  it('is closed with the rest of what its sender froze, also where it is sent anew, and opens with it', async () => {
    await send('EH1', [sister]);
    await send('EH2', [neighbour]);
    await server.db.rows(
      `insert into heldwell.source_freeze (patient_id, id, organisation_id, reason, patient_name, frozen_at, frozen_by_name)
       select $1, gen_random_uuid(), id, '\\x00', 'Jo', heldwell.now(), 'An officer' from heldwell.organisation where ods_code = 'EH1'`,
      [patient.id],
    );
    expect([await namesFor(staff), await namesFor(owner)]).toEqual([['Kit Lane'], ['Kit Lane']]);
    await send('EH1', [{ ...sister, name: { text: 'Sam Moss' } }]);
    expect(await namesFor(staff)).toEqual(['Kit Lane']);
    await server.db.rows(
      'update heldwell.source_freeze set lifted_at = heldwell.now() where patient_id = $1',
      [patient.id],
    );
    expect(await namesFor(staff)).toEqual(['Sam Moss', 'Kit Lane']);
  });

  it('is withheld from the person themself until somebody made sure who they are', async () => {
    await send('EI1', [sister]);
    expect(await namesFor(owner)).toEqual(['Sam Ashcroft']);
    await server.db.rows('delete from heldwell.identity_check where patient_id = $1', [patient.id]);
    expect([await namesFor(owner), await namesFor(staff)]).toEqual([[], ['Sam Ashcroft']]);
  });
});
