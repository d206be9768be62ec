import { randomUUID } from 'node:crypto';
import { beforeAll, describe, it } from 'vitest';
import { aPatient } from '../../../test/builders/a-patient.ts';
import { aProfessional, aTeam } from '../../../test/builders/people.ts';
import { aDatabase } from '../../../test/harness/a-database.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import type { AppClient } from '../../../test/harness/app-client.ts';
import { type Door, holdAlike } from '../../../test/harness/known-and-unknown.ts';
import { writeId } from '../../platform/global-id.ts';

/** Doors at which somebody names the address of somebody else, or once more. Their times with `npm run verify:long`. */
const timed = process.env.VERIFY_LONG === '1';
let server: TestServer;
let patient: AppClient;
let staff: AppClient;
let team: string;
let record: string;
beforeAll(async () => {
  const { db } = await aServer(await aDatabase({ mails: true }));
  server = await aServer({ ...db, services: { ...db.services, rateLimits: 'off' } });
  patient = await server.asPerson((await aPatient(db).stored()).email, 'PATIENT');
  const made = await aTeam(db);
  team = writeId('TEAM', made.id);
  const coordinator = await aProfessional(db, { team: made, role: 'COORDINATOR' });
  staff = await server.asPerson(coordinator.email, 'PROFESSIONAL');
  record = await registered();
});

/** A record that nobody has taken up yet, of a person whom the team registered. */
async function registered(): Promise<string> {
  const { done } = await staff.graphql(
    `mutation ($input: RegisterPatientInput!) {
      done: registerPatient(input: $input) { ... on PatientRegistered { registration } }
    }`,
    {
      input: {
        ...{ id: randomUUID(), team, givenName: 'Jo', familyName: 'Ashcroft', birthDate: '1971-03-04' },
        ...{ nhsNumber: '9990000107', address: '1 High Street, Heldford, ZZ1 1AA', documents: ['PASSPORT'] },
      },
    },
  );
  const query = 'query ($id: ID!) { registration(id: $id) { record } }';
  return (await staff.graphql(query, { id: done.registration })).registration.record;
}

const invited = (email: string) => ({
  input: { id: randomUUID(), name: 'Alex Reed', email, labels: ['GENERAL'], rights: ['SEE'] },
});
const INVITE = (
  what: 'Carer' | 'Professional',
  told = 'email name',
) => `mutation ($input: Invite${what}Input!) {
  done: invite${what}(input: $input) { __typename ... on CarerInvited { link invitation { ${told} } } }
}`;

const DOORS: Record<string, () => Door> = {
  'a patient who invites a carer': () => ({
    name: 'inviting a carer',
    query: INVITE('Carer'),
    variables: invited,
    by: patient,
    twice: true,
  }),
  'a patient who invites a professional': () => ({
    name: 'inviting a professional',
    query: INVITE('Professional'),
    variables: invited,
    by: patient,
    twice: true,
  }),
  'a coordinator who invites staff': () => ({
    name: 'inviting staff',
    query: 'mutation ($input: InviteStaffInput!) { inviteStaff(input: $input) { __typename } }',
    variables: (email) => ({ input: { id: randomUUID(), team, email, role: 'MEMBER', jobTitle: 'Nurse' } }),
    by: staff,
    twice: true,
  }),
  'staff who invite a patient to their record': () => ({
    name: 'inviting a patient',
    query: 'mutation ($input: InviteToTakeUpInput!) { inviteToTakeUp(input: $input) { __typename } }',
    variables: (email) => ({ input: { team, record, email, documentsChecked: true } }),
    by: staff,
    twice: true,
  }),
  'a patient who sends an invitation again': () => ({
    name: 'sending an invitation again',
    query: `mutation ($invitation: ID!) {
      resendInvitation(input: { invitation: $invitation }) { __typename ... on CarerInvited { link invitation { email } } }
    }`,
    prepare: async (email) => {
      const { done } = await patient.graphql(INVITE('Carer', 'id'), invited(email));
      return done.invitation.id;
    },
    variables: (_email, invitation) => ({ invitation }),
    by: patient,
    twice: true,
  }),
  'whoever asks once more for a code to their address': () => ({
    name: 'sending a code again',
    query: 'mutation ($email: String!) { sendEmailCode(email: $email) { __typename } }',
    prepare: async (email) => {
      const query = 'mutation ($email: String!) { sendEmailCode(email: $email) { __typename } }';
      await server.asNobody('PATIENT').graphql(query, { email });
      return '';
    },
    variables: (email) => ({ email }),
    twice: true,
  }),
};

describe('known and unknown e-mail addresses', () => {
  it.each(Object.entries(DOORS))(
    'are answered alike: %s',
    (_who, door) => holdAlike(server, { ...door(), timed }),
    300_000,
  );
});
