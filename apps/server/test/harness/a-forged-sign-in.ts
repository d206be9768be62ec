import { randomUUID } from 'node:crypto';
import type { JSONWebKeySet } from 'jose';
import { aSignInServer } from './a-sign-in-server.ts';
import { ForgingProvider, type Issue, rsaKey, sign } from './forging-provider.ts';
import type { RedirectingBrowser } from './redirecting-browser.ts';

/** Where a good sign-in ends, as `signIn` says it. */
export const IN = '';
export const back = ({ code, state }: { code: string; state: string }, more = ''): string =>
  `/sign-in/callback/national?code=${code}&state=${state}${more}`;

let people = 0;
function nextNumber(): string {
  for (;;) {
    people += 1;
    const nine = `9990${String(people).padStart(5, '0')}`;
    const sum = [...nine].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
    const check = (11 - (sum % 11)) % 11;
    if (check !== 10) return `${nine}${check}`;
  }
}

/** A server whose national sign-in says what a test wants it to say. */
export async function aForgedSignIn() {
  const known = rsaKey();
  const keys = async () =>
    (await (await fetch(`${server.url}/.well-known/jwks.json`)).json()) as JSONWebKeySet;
  const provider = new ForgingProvider('https://national.example', keys);
  provider.keys = [{ kid: 'first', ...known }];
  const server: Awaited<ReturnType<typeof aSignInServer>> = await aSignInServer(undefined, {
    national: { issuer: provider.issuer, clientId: provider.clientId, name: 'A national sign-in' },
    demoIssuers: null,
    fetch: provider.fetch,
  });
  /** Goes out to the provider; where the browser was sent. */
  const leave = async (browser: RedirectingBrowser): Promise<string> => {
    const response = await browser.ask('/sign-in/start/national');
    return response.headers.get('location') ?? '';
  };
  return {
    server,
    provider,
    known,
    leave,
    /** Somebody new signs in from now on, with an NHS number of the test range. */
    somebodyNew: async (): Promise<void> => {
      // Of one address there are more tries here than are allowed.
      await server.db.rows('delete from heldwell.attempt');
      provider.userinfo = null;
      provider.claims = {
        ...{ sub: randomUUID(), vot: 'P9.Cp.Cd', identity_proofing_level: 'P9' },
        ...{ nhs_number: nextNumber(), birthdate: '1980-05-06', family_name: 'Test', given_name: 'Ada' },
        ...{ email: `${randomUUID()}@example.org`, email_verified: true },
      };
    },
    /** One whole sign-in; the last part of the address it ends at. */
    signIn: async (issue: Issue = sign, browser = server.browser()): Promise<string> => {
      const { at } = await browser.open(back(provider.codeFor(await leave(browser), issue)));
      return at.split('/').at(-1) ?? '';
    },
    sessions: async (): Promise<number> => (await server.db.rows('select from heldwell.session')).length,
  };
}

export type ForgedSignIn = Awaited<ReturnType<typeof aForgedSignIn>>;
