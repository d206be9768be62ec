import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { aPatient, type MadePatient } from '../../../test/builders/a-patient.ts';
import { aCarer, aTeam, type MadeCarer } from '../../../test/builders/people.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import type { AppClient } from '../../../test/harness/app-client.ts';
import { emailHash } from '../sign-in/index.ts';

const INVITE = `mutation ($input: InviteProfessionalInput!) { inviteProfessional(input: $input) { __typename
  ... on SharingRefused { why } ... on CarerInvited { link invitation { id granteeKind } } } }`;
const ACCEPT = `mutation ($code: String!) { acceptInvitation(input: { code: $code, password: "three quiet green lamps" }) {
  __typename ... on SignedIn { viewer { app person { email } } } } }`;
const SEEN = `query ($id: ID!) { record(id: $id) { viewerAccess viewerLabels viewerGrants { grantee { kind name isVerified } } } }`;
const LEAVE = 'mutation ($record: ID!) { leaveRecord(input: { record: $record }) }';

let server: TestServer;
let patient: MadePatient;
let carer: MadeCarer;
let owner: AppClient;
let helper: AppClient;

beforeAll(async () => {
  server = await aServer();
  carer = await aCarer(server.db);
  patient = await aPatient(server.db)
    .sharing(['GENERAL', 'MENTAL_HEALTH'], { with: carer, rights: ['SEE', 'MANAGE_SHARING'] })
    .withEntry()
    .stored();
  owner = await server.asPerson(patient.email, 'PATIENT');
  helper = await server.asPerson(carer.email, 'CARER');
});

async function invited(by: AppClient, chosen: object = {}) {
  const email = `therapist.${randomUUID()}@example.org`;
  const input = {
    id: randomUUID(),
    name: 'Robin Vale',
    email,
    labels: ['GENERAL'],
    rights: ['SEE'],
    ...chosen,
  };
  const { inviteProfessional } = await by.graphql(INVITE, { input: { record: patient.recordId, ...input } });
  return { ...inviteProfessional, email, code: inviteProfessional.link?.split('/').at(-1) };
}

/** Takes the link up; the client is then the professional's. */
async function accepted(code: string) {
  const client = server.asNobody('PROFESSIONAL');
  const { acceptInvitation } = await client.graphql(ACCEPT, { code });
  return { client, answer: acceptInvitation };
}
const seen = (by: AppClient) => by.graphql(SEEN, { id: patient.recordId }).then(({ record }) => record);

describe('a professional by themself', () => {
  it('sees what the patient ticked, is shown as checked by nobody, and may leave', async () => {
    const { code, link, invitation } = await invited(owner, { labels: ['MENTAL_HEALTH'] });
    expect(link).toMatch(/^\/professional\/invitation\//);
    expect(invitation.granteeKind).toBe('PROFESSIONAL');
    const { client, answer } = await accepted(code);
    expect(answer.viewer.app).toBe('PROFESSIONAL');
    expect(await seen(client)).toEqual({
      viewerAccess: 'GRANTED',
      viewerLabels: ['MENTAL_HEALTH'],
      viewerGrants: [{ grantee: { kind: 'PROFESSIONAL', name: 'Robin Vale', isVerified: false } }],
    });
    const elsewhere = await server.asPerson(answer.viewer.person.email, 'CARER');
    expect(await seen(elsewhere)).toBeNull();
    expect((await client.graphql(LEAVE, { record: patient.recordId })).leaveRecord).toBe(true);
    expect(await seen(client)).toBeNull();
  });

  it('stands in the log by themself, for no team, also where they work in one', async () => {
    const { code } = await invited(owner);
    const { client, answer } = await accepted(code);
    expect(await seen(client)).not.toBeNull();
    await server.db.rows(
      `insert into heldwell.team_member (team_id, person_id, role, job_title)
       select $1, p.id, 'MEMBER', 'Nurse' from heldwell.person p where p.email_hash = $2`,
      [(await aTeam(server.db)).id, emailHash(server.db.sealing, answer.viewer.person.email)],
    );
    expect(await seen(await server.asPerson(answer.viewer.person.email, 'PROFESSIONAL'))).not.toBeNull();
    const looks = await server.db.rows(
      `select role, team_name, organisation_name from heldwell.access_log
        where patient_id = $1 and action = 'OPENED' and person_name = 'Robin Vale'`,
      [patient.id],
    );
    expect(looks.length).toBeGreaterThan(1);
    for (const look of looks)
      expect(look).toEqual({ role: 'PROFESSIONAL', team_name: null, organisation_name: null });
  });

  it('is no way for a carer to see their own grant in the professional app, nor the other way round', async () => {
    expect((await seen(helper)).viewerLabels).toEqual(['GENERAL', 'MENTAL_HEALTH']);
    expect(await seen(await server.asPerson(carer.email, 'PROFESSIONAL'))).toBeNull();
  });

  it('is invited by whoever manages sharing, to no more than they hold', async () => {
    expect(await invited(helper, { labels: ['GENERAL', 'SOCIAL_CARE'] })).toMatchObject({
      why: 'MORE_THAN_HELD',
    });
    expect(await invited(helper, { rights: ['SEE', 'ADD'] })).toMatchObject({ why: 'MORE_THAN_HELD' });
    const { code } = await invited(helper, { labels: ['GENERAL', 'MENTAL_HEALTH'] });
    await server.db.rows(
      `update heldwell.consent_grant set labels = '{GENERAL}' where patient_id = $1 and grantee_kind = 'CARER'`,
      [patient.id],
    );
    // What the inviter has lost by then is not given.
    const { client } = await accepted(code);
    expect((await seen(client)).viewerLabels).toEqual(['GENERAL']);
    const second = await invited(helper);
    await server.db.rows(
      `update heldwell.consent_grant set rights = '{SEE}' where patient_id = $1 and grantee_kind = 'CARER'`,
      [patient.id],
    );
    expect((await accepted(second.code)).answer.__typename).toBe('InvitationUnusable');
  });
});
