import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { aPatient, type MadePatient } from '../../../test/builders/a-patient.ts';
import { aPerson } from '../../../test/builders/people.ts';
import { aDatabase } from '../../../test/harness/a-database.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import type { AppClient } from '../../../test/harness/app-client.ts';
import { emailHash, hashPassword } from '../sign-in/index.ts';

const PASSWORD = 'three quiet green lamps';
const INVITE = `mutation ($input: InviteCarerInput!) {
  inviteCarer(input: $input) { __typename ... on CarerInvited { link invitation { id name email } record { sharing { invitations { id } } } } }
}`;
const LOOK =
  'query ($code: String!) { invitation(code: $code) { kind name emailHint patientName labels rights isVouched brand { serviceName logo } } }';
const ACCEPT = `mutation ($code: String!, $password: String!) {
  acceptInvitation(input: { code: $code, password: $password }) {
    __typename
    ... on SignedIn { viewer { app caresFor { nodes { givenName viewerLabels } } } }
    ... on InvitationUnusable { message }
  }
}`;

let server: TestServer;
let patient: MadePatient;
let owner: AppClient;
beforeAll(async () => {
  server = await aServer(await aDatabase({ pool: 20 }));
  patient = await aPatient(server.db).named('Jo', 'Bell').withEntry({ label: 'MENTAL_HEALTH' }).stored();
  owner = await server.asPerson(patient.email, 'PATIENT');
});

async function invited(chosen: object = {}): Promise<{ code: string; id: string; email: string }> {
  const email = `carer.${randomUUID()}@example.org`;
  const input = {
    id: randomUUID(),
    name: 'Alex Reed',
    email,
    labels: ['GENERAL'],
    rights: ['SEE', 'MESSAGE'],
    ...chosen,
  };
  const { inviteCarer } = await owner.graphql(INVITE, { input });
  const code = inviteCarer.link.split('/').at(-1);
  expect(inviteCarer.link).toBe(`/carer/invitation/${code}`);
  return { code, id: inviteCarer.invitation.id, email };
}
const look = async (code: string) => (await server.asNobody('CARER').graphql(LOOK, { code })).invitation;
const accept = async (code: string, password = PASSWORD, client = server.asNobody('CARER')) =>
  (await client.graphql(ACCEPT, { code, password })).acceptInvitation;

const acceptSignedIn = async (client: AppClient, code: string): Promise<string> => {
  const text = `mutation ($code: String!) { acceptInvitationSignedIn(input: { code: $code }) { __typename } }`;
  return (await client.graphql(text, { code })).acceptInvitationSignedIn.__typename;
};

describe('an invitation to care', () => {
  it('tells who has the link what it is for, and lets one person take it up with what was ticked', async () => {
    const { code } = await invited({ labels: ['GENERAL', 'MENTAL_HEALTH'] });
    expect(await look(code)).toEqual({
      kind: 'CARE_FOR',
      name: 'Alex Reed',
      emailHint: 'c•••@example.org',
      patientName: 'Jo Bell',
      labels: ['GENERAL', 'MENTAL_HEALTH'],
      rights: ['SEE', 'MESSAGE'],
      isVouched: false,
      brand: { serviceName: 'Heldwell', logo: null },
    });
    const carer = server.asNobody('CARER');
    expect(await accept(code, PASSWORD, carer)).toEqual({
      __typename: 'SignedIn',
      viewer: {
        app: 'CARER',
        caresFor: { nodes: [{ givenName: 'Jo', viewerLabels: ['GENERAL', 'MENTAL_HEALTH'] }] },
      },
    });
    const { record } = await carer.graphql(
      'query ($id: ID!) { record(id: $id) { timeline { nodes { label } } } }',
      {
        id: patient.recordId,
      },
    );
    expect(record.timeline.nodes).toEqual([{ label: 'MENTAL_HEALTH' }]);
  });

  it('works for exactly one of fifty who use the link at once, and makes one person and one grant', async () => {
    const { code, email } = await invited();
    const answers = await Promise.all(Array.from({ length: 50 }, () => accept(code)));
    const kinds = answers.map(({ __typename }) => __typename);
    expect(kinds.filter((kind) => kind === 'SignedIn').length).toBe(1);
    expect(new Set(kinds.filter((kind) => kind !== 'SignedIn')).size).toBeLessThanOrEqual(2);
    expect(kinds).not.toContain('PasswordUnsuitable');
    const [made] = await server.db.rows(
      `select (select count(*)::int from heldwell.person where email_hash = $1) as people,
        (select count(*)::int from heldwell.consent_grant g join heldwell.person p on p.id = g.grantee_id where p.email_hash = $1) as grants,
        (select count(*)::int from heldwell.session s join heldwell.person p on p.id = s.person_id where p.email_hash = $1) as sessions`,
      [emailHash(server.db.sealing, email)],
    );
    expect(made).toEqual({ people: 1, grants: 1, sessions: 1 });
  }, 60_000);

  it('is one link, however often the same command is sent', async () => {
    const input = {
      id: randomUUID(),
      name: 'Twice',
      email: 'twice@example.org',
      labels: ['GENERAL'],
      rights: ['SEE'],
    };
    const [first, second] = [await owner.graphql(INVITE, { input }), await owner.graphql(INVITE, { input })];
    expect(second).toEqual(first);
    expect(first.inviteCarer.record.sharing.invitations).toContainEqual({
      id: first.inviteCarer.invitation.id,
    });
  });

  it('cannot be used once it was used, withdrawn or ran out, and none of these is told from a wrong code', async () => {
    const [used, withdrawn, late] = [await invited(), await invited(), await invited()];
    await accept(used.code);
    const withdraw = 'mutation ($id: ID!) { withdrawInvitation(input: { invitation: $id }) }';
    expect((await owner.graphql(withdraw, { id: withdrawn.id })).withdrawInvitation).toBe(true);
    expect((await owner.graphql(withdraw, { id: withdrawn.id })).withdrawInvitation).toBe(false);
    expect((await owner.graphql(withdraw, { id: used.id })).withdrawInvitation).toBe(false);
    expect(await look(late.code)).not.toBeNull();
    await server.db.rows('update heldwell.invitation set expires_at = heldwell.now() where email_hash = $1', [
      emailHash(server.db.sealing, late.email),
    ]);
    const answers = [];
    for (const code of [used.code, withdrawn.code, late.code, 'never made'])
      answers.push({ look: await look(code), accept: await accept(code) });
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ look: null, accept: { __typename: 'InvitationUnusable' } });
  });

  it('is taken up signed in by a person who has a sign-in, and by nobody with another address', async () => {
    const person = await aPerson(server.db);
    await server.db.rows('update heldwell.person set password_hash = $2 where id = $1', [
      person.personId,
      await hashPassword(PASSWORD),
    ]);
    const { code } = await invited({ email: person.email });
    // Neither their own password nor any other: a second factor may stand behind it, and no answer tells which it was.
    expect((await accept(code)).__typename).toBe('SignInRefused');
    expect((await accept(code, 'some other long words')).__typename).toBe('SignInRefused');
    const other = await server.asPerson((await aPerson(server.db)).email, 'CARER');
    expect(await acceptSignedIn(other, code)).toBe('InvitationForAnother');
    expect(await acceptSignedIn(await server.asPerson(person.email, 'PATIENT'), code)).toBe(
      'InvitationUnusable',
    );
    const carer = await server.asPerson(person.email, 'CARER');
    expect(await acceptSignedIn(carer, code)).toBe('SignedIn');
    expect(await acceptSignedIn(carer, code)).toBe('InvitationUnusable');
    const { viewer } = await carer.graphql('{ viewer { caresFor { nodes { givenName } } } }');
    expect(viewer.caresFor.nodes).toEqual([{ givenName: 'Jo' }]);
  });

  it('refuses a password that will not do, and a link without a label', async () => {
    const { code } = await invited();
    expect((await accept(code, 'short')).__typename).toBe('PasswordUnsuitable');
    expect((await accept(code, 'password1234')).__typename).toBe('PasswordUnsuitable');
    expect((await accept(code)).__typename).toBe('SignedIn');
    const input = { id: randomUUID(), name: 'N', email: 'n@example.org', labels: [], rights: ['SEE'] };
    const { errors } = await owner.answer(INVITE, { input });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'labels' }] });
  });

  it("cannot be withdrawn by another patient, nor be seen in another's sharing", async () => {
    const { id, code } = await invited();
    const stranger = await server.asPerson((await aPatient(server.db).stored()).email, 'PATIENT');
    const { withdrawInvitation } = await stranger.graphql(
      'mutation ($id: ID!) { withdrawInvitation(input: { invitation: $id }) }',
      { id },
    );
    expect(withdrawInvitation).toBe(false);
    expect(await look(code)).not.toBeNull();
  });
});
