import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { APasskey } from '../../../../test/builders/a-passkey.ts';
import { aServer, type TestServer } from '../../../../test/harness/a-server.ts';
import type { AppClient } from '../../../../test/harness/app-client.ts';
import { postedMails } from '../../../../test/harness/posted-mails.ts';
import { isIn, signIn, somebody } from '../../../../test/harness/signing-in.ts';
import { asSystem, statementsOf } from '../../../platform/as-system.ts';
import { recoverSignIn } from './recover-sign-in.ts';

const NEW = 'eleven warm stones';
const RESET = `mutation ($code: String!) { resetPassword(input: { code: $code, password: "${NEW}" }) { __typename } }`;
const OWN =
  '{ viewer { linkedSignIns security { hasPassword authenticatorSince recoveryCodesLeft passkeys { id } } } }';

let server: TestServer;
beforeAll(async () => {
  const { db } = await aServer();
  server = await aServer({ ...db, services: { ...db.services, rateLimits: 'off' } });
});

const recover = (email: string, byMail = false) =>
  asSystem(server.db.services.database, 'a test recovers a sign-in', (manager) =>
    recoverSignIn(statementsOf(manager, server.db.sealing), { email, checkedBy: ' Jo Whitlock ', byMail }),
  );
const codeOf = (path = '') => path.split('/').at(-1) ?? '';

/** Somebody with a password, a passkey, recovery codes and a linked sign-in, signed in twice. */
async function somebodyWithAll() {
  const person = await somebody(server);
  const client = await server.asPerson(person.email, 'PATIENT');
  const key = new APasskey();
  const begun = (await client.graphql('mutation { beginPasskey { ticket options } }')).beginPasskey;
  await client.graphql('mutation ($input: AddPasskeyInput!) { addPasskey(input: $input) { __typename } }', {
    input: { ticket: begun.ticket, passkey: key.made(begun.options) },
  });
  await server.db.rows(
    `insert into heldwell.person_identity (issuer, subject_hash, person_id, linked_at)
     values ('https://elsewhere.example', $2, $1, heldwell.now())`,
    [person.personId, Buffer.from(person.personId)],
  );
  return { ...person, client, key, other: await server.asPerson(person.email, 'CARER') };
}

const enter = async (client: AppClient, key: APasskey): Promise<string> => {
  const asked = await client.graphql(
    'mutation { beginPasskeySignIn { ... on PasskeyQuestion { ticket options } } }',
  );
  const { ticket, options } = asked.beginPasskeySignIn;
  const answer = await client.graphql(
    'mutation ($input: PasskeyAnswerInput!) { signInWithPasskey(input: $input) { __typename } }',
    { input: { ticket, passkey: key.signed(options) } },
  );
  return answer.signInWithPasskey.__typename;
};

describe('recovering a sign-in after documents were checked', () => {
  it('ends every way in there was, and lets in by one link that works once', async () => {
    const { email, personId, client, other, key } = await somebodyWithAll();
    const nobody = server.asNobody('PATIENT');
    expect(await enter(server.asNobody('PATIENT'), key)).toBe('SignedIn');
    const outcome = await recover(email.toUpperCase());
    if (outcome.is !== 'RECOVERED') throw new Error(outcome.is);
    expect(outcome.removed).toEqual({ sessions: 3, passkeys: 1, links: 1 });
    for (const session of [client, other]) expect(await isIn(session)).toBe(false);
    expect((await signIn(nobody, email)).__typename).toBe('SignInRefused');
    expect(await enter(nobody, key)).toBe('FactorRefused');
    const all = await Promise.all(
      Array.from({ length: 20 }, () => nobody.graphql(RESET, { code: codeOf(outcome.path) })),
    );
    const kinds = all.map(({ resetPassword }) => resetPassword.__typename);
    expect(kinds.filter((kind) => kind === 'PasswordChanged')).toHaveLength(1);
    expect((await signIn(nobody, email, NEW)).__typename).toBe('SignedIn');
    expect((await nobody.graphql(OWN)).viewer).toEqual({
      linkedSignIns: [],
      security: { hasPassword: true, authenticatorSince: null, recoveryCodesLeft: 0, passkeys: [] },
    });
    const rows = await server.db.rows(
      `select checked_by, sessions_ended, passkeys_removed, links_removed from heldwell.sign_in_recovery where person_id = $1`,
      [personId],
    );
    expect(rows).toEqual([
      { checked_by: 'Jo Whitlock', sessions_ended: 3, passkeys_removed: 1, links_removed: 1 },
    ]);
  });

  it('lets nobody in by a way it takes away meanwhile', async () => {
    const { email, key } = await somebodyWithAll();
    const nobody = server.asNobody('PATIENT');
    const entering = await asSystem(
      server.db.services.database,
      'a test recovers a sign-in',
      async (manager) => {
        const runs = statementsOf(manager, server.db.sealing);
        await recoverSignIn(runs, { email, checkedBy: 'Jo Whitlock', byMail: false });
        const late = enter(nobody, key);
        await delay(300);
        return { late };
      },
    );
    expect(await entering.late).toBe('FactorRefused');
    expect(await isIn(nobody)).toBe(false);
  });

  it('tells the person by mail; the link is in it only where it is to be', async () => {
    const [handed, mailed] = [await somebody(server), await somebody(server)];
    const told = async (email: string) =>
      (await postedMails(server.db, email)).find(({ subject }) => subject === 'Your sign-in was set up anew');
    await recover(handed.email);
    expect((await told(handed.email))?.link).toBeUndefined();
    const outcome = await recover(mailed.email, true);
    expect((await told(mailed.email))?.link).toBe(outcome.is === 'RECOVERED' && outcome.path);
  });

  it('says nothing of the address where the link was handed over, and confirms it where it was mailed', async () => {
    for (const byMail of [false, true]) {
      const { email, personId } = await somebody(server);
      await server.db.rows('update heldwell.person set email_confirmed_at = null where id = $1', [personId]);
      const outcome = await recover(email, byMail);
      await server
        .asNobody('PATIENT')
        .graphql(RESET, { code: outcome.is === 'RECOVERED' && codeOf(outcome.path) });
      const [row] = await server.db.rows<{ confirmed: boolean }>(
        'select email_confirmed_at is not null as confirmed from heldwell.person where id = $1',
        [personId],
      );
      expect(row?.confirmed).toBe(byMail);
    }
  });

  it('is not for an address nobody signs in with, nor for somebody who may not sign in any more', async () => {
    expect(await recover('nobody.at.all@example.org')).toEqual({ is: 'NO_PERSON' });
    const { email, personId } = await somebody(server);
    await server.db.rows('update heldwell.person set disabled_at = heldwell.now() where id = $1', [personId]);
    expect(await recover(email)).toEqual({ is: 'MAY_NOT_SIGN_IN' });
    expect(await postedMails(server.db, email)).toEqual([]);
  });

  it('leaves a row that the system itself cannot change or take away', async () => {
    const { email } = await somebody(server);
    await recover(email);
    for (const text of [
      "update heldwell.sign_in_recovery set checked_by = 'x'",
      'delete from heldwell.sign_in_recovery',
    ])
      await expect(
        asSystem(server.db.services.database, 'a test tries to rewrite what was done', (manager) =>
          manager.query(text),
        ),
      ).rejects.toThrow(/permission denied/);
  });
});
