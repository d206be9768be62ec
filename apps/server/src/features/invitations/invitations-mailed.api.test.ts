import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { aPatient, type MadePatient } from '../../../test/builders/a-patient.ts';
import { aPerson } from '../../../test/builders/people.ts';
import { lastMailTo, postedMails } from '../../../test/builders/posted-mails.ts';
import { runsOf } from '../../../test/builders/sealed.ts';
import { unique } from '../../../test/builders/unique.ts';
import { aDatabase } from '../../../test/harness/a-database.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import type { AppClient } from '../../../test/harness/app-client.ts';
import { emailHash } from '../sign-in/index.ts';
import { inviteToRecord } from './index.ts';

const INVITE = `mutation ($input: InviteCarerInput!) { inviteCarer(input: $input) { __typename
  ... on CarerInvited { link invitation { id email } } } }`;
const RESEND = `mutation ($id: ID!) { resendInvitation(input: { invitation: $id }) { __typename
  ... on CarerInvited { link invitation { id } } } }`;
const ACCEPT = `mutation ($code: String!) { acceptInvitation(input: { code: $code, password: "three quiet green lamps" }) { __typename } }`;

let server: TestServer;
let patient: MadePatient;
let owner: AppClient;
beforeAll(async () => {
  server = await aServer(await aDatabase({ mails: true }));
  patient = await aPatient(server.db).named('Jo', 'Bell').stored();
  owner = await server.asPerson(patient.email, 'PATIENT');
});

const invite = async (email: string, id = randomUUID()) => {
  const input = { id, name: 'Alex Reed', email, labels: ['GENERAL'], rights: ['SEE'] };
  return (await owner.graphql(INVITE, { input })).inviteCarer;
};
const codeTo = async (email: string) => (await lastMailTo(server.db, email)).link?.split('/').at(-1) ?? '';
const look = async (code: string) =>
  (
    await server
      .asNobody('CARER')
      .graphql('query ($code: String!) { invitation(code: $code) { kind } }', { code })
  ).invitation;
const ask = async (code: string) =>
  (
    await server
      .asNobody('CARER')
      .graphql('mutation ($code: String!) { askForNewLink(code: $code) }', { code })
  ).askForNewLink;

describe('an invitation by e-mail', () => {
  it('goes to the address, is shown to nobody else, and proves the address', async () => {
    const email = `carer.${unique()}@example.org`;
    const id = randomUUID();
    const [made, again] = [await invite(email, id), await invite(email, id)];
    expect(made).toMatchObject({ __typename: 'CarerInvited', link: null, invitation: { email } });
    expect(again).toEqual(made);
    const mails = (await postedMails(server.db)).filter(({ to }) => to === email);
    expect(mails).toHaveLength(1);
    expect(JSON.stringify(mails)).not.toMatch(/Jo|Bell|Alex/);
    const { acceptInvitation } = await server
      .asNobody('CARER')
      .graphql(ACCEPT, { code: await codeTo(email) });
    expect(acceptInvitation.__typename).toBe('SignedIn');
    const [person] = await server.db.rows<{ confirmed: boolean }>(
      'select email_confirmed_at is not null as confirmed from heldwell.person where email_hash = $1',
      [emailHash(server.db.sealing, email)],
    );
    expect(person?.confirmed).toBe(true);
  });

  it('answers alike whether the address has a sign-in or not', async () => {
    const known = await invite((await aPerson(server.db)).email);
    const unknown = await invite(`new.${unique()}@example.org`);
    for (const made of [known, unknown])
      expect({ ...made, invitation: null }).toEqual({ ...known, invitation: null });
    const kinds = [];
    for (const made of [known, unknown])
      kinds.push((await owner.graphql(RESEND, { id: made.invitation.id })).resendInvitation.link);
    expect(kinds).toEqual([null, null]);
  });

  it('is sent again with a new link, and the one before is dead; not for others, nor when it was withdrawn', async () => {
    const email = `again.${unique()}@example.org`;
    const { invitation } = await invite(email);
    const first = await codeTo(email);
    const stranger = await server.asPerson((await aPatient(server.db).stored()).email, 'PATIENT');
    const by = async (client: AppClient) =>
      (await client.graphql(RESEND, { id: invitation.id })).resendInvitation.__typename;
    expect(await by(stranger)).toBe('NotFound');
    expect(await by(owner)).toBe('CarerInvited');
    expect(await look(first)).toBeNull();
    expect(await look(await codeTo(email))).toEqual({ kind: 'CARE_FOR' });
    await owner.graphql('mutation ($id: ID!) { withdrawInvitation(input: { invitation: $id }) }', {
      id: invitation.id,
    });
    expect(await by(owner)).toBe('NotFound');
  });

  it('out of date brings a new link to the address it went to, and the same answer to everybody', async () => {
    const email = `late.${unique()}@example.org`;
    await invite(email);
    const old = await codeTo(email);
    await server.db.rows('update heldwell.invitation set expires_at = heldwell.now() where email_hash = $1', [
      emailHash(server.db.sealing, email),
    ]);
    expect(await look(old)).toBeNull();
    const count = async () => (await postedMails(server.db)).length;
    const before = await count();
    expect([await ask('nonsense'), await ask(old)]).toEqual([true, true]);
    expect(await count()).toBe(before + 1);
    const renewed = await codeTo(email);
    expect(renewed).not.toBe(old);
    expect(await look(renewed)).toEqual({ kind: 'CARE_FOR' });
    await server.asNobody('CARER').graphql(ACCEPT, { code: renewed });
    expect(await ask(renewed)).toBe(true);
    expect(await count()).toBe(before + 1);
  });

  it('to a record says nothing of it, and refuses who is too young', async () => {
    const waiting = await aPatient(server.db).named('Kim', 'Vale').stored();
    await server.db.rows('update heldwell.patient set person_id = null where id = $1', [waiting.id]);
    const email = `record.${unique()}@example.org`;
    const by = { patientId: waiting.id, email, checkedBy: 'Tom Bell', byMail: true };
    expect(await inviteToRecord(runsOf(server.db), by)).toMatchObject({ is: 'INVITED' });
    const mail = await lastMailTo(server.db, email);
    expect(mail.link).toMatch(/^\/patient\/invitation\//);
    expect(JSON.stringify(mail)).not.toMatch(/Kim|Vale|Tom/);
    await server.db.rows('update heldwell.patient set birth_date = current_date - 3000 where id = $1', [
      waiting.id,
    ]);
    expect((await inviteToRecord(runsOf(server.db), by)).is).toBe('UNDER_16');
  });
});
