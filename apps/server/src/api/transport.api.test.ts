import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { aPatient, type MadePatient } from '../../test/builders/a-patient.ts';
import { aTeam } from '../../test/builders/people.ts';
import { aServer, type TestServer } from '../../test/harness/a-server.ts';
import type { AppClient } from '../../test/harness/app-client.ts';

let server: TestServer;
let patient: MadePatient;
let client: AppClient;
beforeAll(async () => {
  server = await aServer();
  patient = await aPatient(server.db)
    .withEntry()
    .withThread({ with: await aTeam(server.db) })
    .stored();
  client = await server.asPerson(patient.email, 'PATIENT');
});

const json = { 'content-type': 'application/json' };
const post = (body: unknown, headers: Record<string, string> = json) =>
  client.fetch('/graphql', { method: 'POST', headers, body: JSON.stringify(body) });
const SEND = 'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { __typename } }';
const message = () => ({ input: { id: randomUUID(), thread: patient.threadId(), text: 'Hello' } });
const messages = async () => {
  const [row] = await server.db.rows<{ count: number }>(
    'select count(*)::int from heldwell.message where patient_id = $1',
    [patient.id],
  );
  return row?.count;
};

describe('the socket', () => {
  it('streams, and refuses what is no subscription in words of ours', async () => {
    const stream = client.subscribe('{ viewer { app } }');
    expect(await stream.ended()).toMatchObject([
      { message: 'Only a subscription is streamed; send this by HTTP POST.' },
    ]);
  });
});

describe('requests that are refused', () => {
  it('many operations in one request', async () => {
    const before = await messages();
    const response = await post([
      { query: SEND, variables: message() },
      { query: SEND, variables: message() },
    ]);
    expect(response.status).toBe(400);
    expect(await messages()).toBe(before);
  });

  it('a command in an address', async () => {
    const before = await messages();
    const query = new URLSearchParams({ query: SEND, variables: JSON.stringify(message()) });
    const response = await client.fetch(`/graphql?${query}`);
    expect(response.status).toBe(405);
    expect(await messages()).toBe(before);
  });

  it('what a form or link of another site could send, known document or not', async () => {
    const body = JSON.stringify({ query: SEND, variables: message() });
    await post({ query: SEND, variables: message() });
    await post({ query: SEND, variables: message() });
    const before = await messages();
    const cookie = { cookie: 'kept by the browser' };
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const response = await client.fetch('/graphql', {
        method: 'POST',
        headers: { ...cookie, 'content-type': type },
        body,
      });
      expect([type, response.status >= 400]).toEqual([type, true]);
    }
    // Without the app's name, which no other site's page can add, there is no cookie to look at.
    const unnamed = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { ...json, cookie: '__Host-patient=whatever' },
      body,
    });
    expect(JSON.stringify(await unnamed.json())).toContain('UNAUTHENTICATED');
    const link = await fetch(`${server.url}/graphql?query=${encodeURIComponent('{ viewer { app } }')}`);
    expect(link.status).toBe(400);
    expect(await messages()).toBe(before);
  });

  it('an operation deeper than anything the record holds, over HTTP and over a socket', async () => {
    const nested = (depth: number): string =>
      depth === 0 ? 'id' : `record { timeline(first: 1) { nodes { ${nested(depth - 1)} } } }`;
    const deep = `query ($id: ID!) { entry(id: $id) { ${nested(5)} } }`;
    const { errors } = await client.answer(deep, { id: patient.entryId() });
    expect(errors?.[0]?.extensions?.code).toBe('TOO_COMPLEX');
    expect(errors?.[0]?.message).toContain('at most 14');
    const allowed = await client.answer(`query ($id: ID!) { entry(id: $id) { ${nested(3)} } }`, {
      id: patient.entryId(),
    });
    expect(allowed.errors).toBeUndefined();
    const stream = client.subscribe(
      `subscription ($id: ID!) { recordChanged(record: $id) { record { timeline { nodes { ${nested(4)} } } } } }`,
      {
        id: patient.recordId,
      },
    );
    expect(JSON.stringify(await stream.ended())).toContain('at most');
  });

  it('a socket opened by a page of another origin', async () => {
    const { default: WebSocket } = await import('ws');
    const outcome = (origin: string) =>
      new Promise((resolve) => {
        const socket = new WebSocket(`${server.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
          origin,
        });
        socket.on('open', () => {
          resolve('open');
          socket.terminate();
        });
        socket.on('error', (error) => resolve(error.message));
      });
    expect(await outcome('https://elsewhere.example')).toMatch(/403/);
    expect(await outcome(server.url)).toBe('open');
  });
});

describe('answers', () => {
  it('are kept by no cache, and carry no trace of what is inside', async () => {
    const response = await post({ query: '{ viewer { app } }' });
    expect(response.headers.get('cache-control')).toBe('no-store');
    const broken = await post({ query: '{ viewer { app ' });
    expect(broken.status).toBe(400);
    expect(await broken.text()).not.toMatch(/stacktrace|node_modules|heldwell\./);
  });

  it('are the same bytes the first time and every time after', async () => {
    const query = `query ($id: ID!) { record(id: $id) { givenName timeline { nodes { title } } sharing { grants { id } } } }`;
    const answers = [];
    for (let n = 0; n < 3; n += 1)
      answers.push(await (await post({ query, variables: { id: patient.recordId } })).text());
    expect(new Set(answers).size).toBe(1);
    const stranger = await server.asPerson((await aPatient(server.db).stored()).email, 'PATIENT');
    const refused = `query ($id: ID!) { viewer { app } team(id: $id) { id } }`;
    const texts = [];
    for (let n = 0; n < 3; n += 1) {
      const response = await stranger.fetch('/graphql', {
        method: 'POST',
        headers: json,
        body: JSON.stringify({ query: refused, variables: { id: 'x' } }),
      });
      texts.push(await response.text());
    }
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toContain('FORBIDDEN');
  });

  it('tell variables that do not fit apart from faults of ours, and log none of them', async () => {
    for (let n = 0; n < 3; n += 1) {
      const { errors } = await client.answer(SEND, {
        input: { id: 'no uuid', thread: patient.threadId(), text: 'secret' },
      });
      expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    }
  });
});
