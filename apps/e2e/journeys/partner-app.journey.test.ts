import { createHash, createSign, randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { expectSound } from '../harness/accessibility.ts';
import { company } from '../harness/company.ts';
import { journey } from '../harness/journey.ts';
import type { Person } from '../harness/person.ts';

const picture = (name: string) => `partner-app/${name}`;
const CLIENT = '01890000-0000-7000-8000-00000000a991';
const BACK = 'http://localhost:5050/back';
const key = readFileSync(new URL('../../../docs/demo-partner-key.pem', import.meta.url));

/** The demo's app as its own program. */
class DemoApp {
  private readonly origin: string;
  private readonly verifier = randomBytes(32).toString('base64url');

  constructor(origin: string) {
    this.origin = origin;
  }

  get question(): string {
    const challenge = createHash('sha256').update(this.verifier).digest('base64url');
    return `${this.origin}/oauth/authorize?${new URLSearchParams({
      ...{ response_type: 'code', client_id: CLIENT, redirect_uri: BACK, state: 'its-own' },
      ...{ scope: 'read:GENERAL read:SOCIAL_CARE', code_challenge: challenge, code_challenge_method: 'S256' },
    })}`;
  }

  async tokenFor(code: string): Promise<string> {
    const response = await fetch(`${this.origin}/oauth/token`, {
      method: 'POST',
      body: new URLSearchParams({
        ...{ grant_type: 'authorization_code', code, code_verifier: this.verifier, redirect_uri: BACK },
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: this.assertion(),
      }),
    });
    return ((await response.json()) as { access_token: string }).access_token;
  }

  async reads(token: string): Promise<{ givenName: string }[]> {
    const response = await fetch(`${this.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: '{ sharedRecords { nodes { givenName } } }' }),
    });
    const answer = (await response.json()) as { data: { sharedRecords: { nodes: { givenName: string }[] } } };
    return answer.data.sharedRecords.nodes;
  }

  private assertion(): string {
    const now = Math.floor(Date.now() / 1000);
    const part = (it: object) => Buffer.from(JSON.stringify(it)).toString('base64url');
    const body = { iss: CLIENT, sub: CLIENT, aud: this.origin, jti: randomUUID(), iat: now, exp: now + 60 };
    const text = `${part({ alg: 'ES256', kid: 'lantern-diary' })}.${part(body)}`;
    const signature = createSign('sha256').update(text).sign({ key, dsaEncoding: 'ieee-p1363' });
    return `${text}.${signature.toString('base64url')}`;
  }
}

/** The app's own page, where people come back to. */
async function hasTheApp(person: Person): Promise<void> {
  person.watched.expecting(/a request left the origin: http:\/\/localhost:5050\/back/);
  await person.page.route(`${BACK}**`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><html lang="en"><title>App</title><h1>Lantern Diary</h1>',
    }),
  );
}

journey('an app that asks a person', () => {
  const people = company();

  test('is told in plain words what it may see, reads that, stands under Sharing and is ended there', async () => {
    const app = new DemoApp(people.heldwell.origin);
    const patient = await people.arrives({ app: 'patient' });
    await hasTheApp(patient);
    await patient.signsIn('gareth.pritchard@example.org');
    await patient.page.goto(app.question);
    await patient.isAt('May Lantern Diary see your record?');
    await expectSound(patient);
    await patient.keepsPicture(picture('01-asks'));
    await patient.presses('Yes, share with Lantern Diary');
    await patient.page.waitForURL(/localhost:5050\/back/);
    const back = new URL(patient.page.url()).searchParams;
    expect(back.get('state')).toBe('its-own');
    const token = await app.tokenFor(back.get('code') ?? '');
    expect(await app.reads(token)).toEqual([{ givenName: 'Gareth' }]);
    await patient.goesTo('/sharing/who-looked');
    await patient.sees(/Lantern Diary app/);
    await patient.goesTo('/sharing');
    await patient.sees('Lantern Diary');
    await patient.keepsPicture(picture('02-sharing'));
    await patient.presses('Stop sharing with Lantern Diary');
    await patient.presses('Yes, stop sharing');
    await patient.sees('You no longer share with Lantern Diary.');
    expect(await app.reads(token)).toEqual([]);
    await people.leaves(patient);
  });

  test('hears a no, and an old question says that it is over', async () => {
    const app = new DemoApp(people.heldwell.origin);
    const patient = await people.arrives({ app: 'patient' });
    await hasTheApp(patient);
    await patient.signsIn('gareth.pritchard@example.org');
    await patient.page.goto(app.question);
    await patient.isAt('May Lantern Diary see your record?');
    const question = patient.page.url();
    await patient.presses('No, do not share');
    await patient.page.waitForURL(/error=access_denied/);
    await patient.page.goto(question);
    await patient.isAt('This question is over');
    await people.leaves(patient);
  });
});
