import { getIntrospectionQuery } from 'graphql';
import { serverAudits } from 'graphql-http';
import { beforeAll, describe, expect, it } from 'vitest';
import { aPatient } from '../../test/builders/a-patient.ts';
import { aServer, type TestServer } from '../../test/harness/a-server.ts';
import type { AppClient } from '../../test/harness/app-client.ts';

/** What third-party tools try against a GraphQL server, here against one that lets sessions ask freely. */
let server: TestServer;
let closed: TestServer;
let patient: AppClient;
let record: string;
beforeAll(async () => {
  server = await aServer();
  closed = await aServer(server.db, { freeQueries: false });
  const made = await aPatient(server.db).withEntry().stored();
  record = made.recordId;
  patient = await server.asPerson(made.email, 'PATIENT');
});

const json = { 'content-type': 'application/json' };
const raw = (body: string, headers: Record<string, string> = json) =>
  patient.fetch('/graphql', { method: 'POST', headers, body });
const tell = async (query: string, variables?: object) => {
  const response = await raw(JSON.stringify({ query, variables }));
  const { errors, data } = (await response.json()) as {
    errors?: { message: string; extensions: { code: string } }[];
    data?: unknown;
  };
  return { status: response.status, code: errors?.[0]?.extensions.code, errors, data };
};
const many = (count: number, line: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => line(n)).join(' ');

describe.each(['lets sessions ask freely', 'does not'])('the audit of a server that %s', (way) => {
  const audits = serverAudits({
    url: () => `${(way === 'does not' ? closed : server).url}/graphql`,
    fetchFn: (url: string, init: RequestInit = {}) =>
      fetch(url, { ...init, headers: { ...init.headers, 'x-heldwell-app': 'patient' } }),
  });
  for (const audit of audits) {
    it(`${audit.id} ${audit.name}`, async () => {
      const result = await audit.fn();
      expect(result.status, 'reason' in result ? result.reason : '').not.toBe('error');
    });
  }
});

describe('a document that asks for too much is refused before anything of it runs', () => {
  it('by aliases', async () => {
    expect((await tell(`{ ${many(30, (n) => `a${n}: __typename`)} }`)).code).toBeUndefined();
    expect(await tell(`{ ${many(101, (n) => `a${n}: __typename`)} }`)).toMatchObject({
      code: 'TOO_COMPLEX',
      status: 400,
      data: undefined,
    });
  });

  it('by one field said again and again', async () => {
    expect(await tell(`{ ${many(500, () => '__typename')} }`)).toMatchObject({ code: 'TOO_COMPLEX' });
  });

  it('by directives, known or not', async () => {
    const directed = await tell(`{ __typename ${many(50, () => '@aa')} }`);
    expect(directed).toMatchObject({ code: 'TOO_COMPLEX' });
    expect(directed.errors).toHaveLength(1);
    expect(await tell(`{ __typename ${many(50, () => '@include(if: true)')} }`)).toMatchObject({
      code: 'TOO_COMPLEX',
    });
  });

  it('by cost, whichever of its operations is asked for, and however it is sent', async () => {
    const dear = `record(id: "${record}") { timeline(first: $n) { nodes { id } } threads(first: $n) { nodes { id messages(first: $n) { nodes { id text author position } } } } }`;
    const query = `query Cheap($n: Int) { record(id: "${record}") { timeline(first: $n) { __typename } } } query Dear($n: Int = 1) { ${dear} }`;
    const ask = async (operationName: string, variables?: object) => {
      const answer = await raw(JSON.stringify({ query, operationName, variables }));
      return ((await answer.json()) as { errors?: { extensions: { code: string } }[] }).errors?.[0]
        ?.extensions.code;
    };
    expect(await ask('Cheap', { n: 100 })).toBeUndefined();
    expect(await ask('Dear', { n: 100 })).toBe('TOO_COMPLEX');
    expect(await ask('Dear', { n: 1 })).toBeUndefined();
    const address = (n: number) =>
      `/graphql?${new URLSearchParams({ query, operationName: 'Dear', variables: JSON.stringify({ n }) })}`;
    const got = async (n: number) =>
      (
        await (await patient.fetch(address(n), { headers: { 'apollo-require-preflight': 'true' } })).text()
      ).includes('TOO_COMPLEX');
    expect([await got(1), await got(100)]).toEqual([false, true]);
  });

  it('by tokens', async () => {
    expect(await tell(`{ ${many(4_000, (n) => `f${n}`)} }`)).toMatchObject({ code: 'GRAPHQL_PARSE_FAILED' });
  });

  it('by fragments that double each other, in no time', async () => {
    const bomb = many(40, (n) => `fragment F${n} on Viewer { ...F${n + 1} ...F${n + 1} }`);
    const began = performance.now();
    const answer = await tell(`{ viewer { ...F0 } } ${bomb} fragment F40 on Viewer { app }`);
    expect(answer.code).toBe('TOO_COMPLEX');
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it('by fragments in a circle', async () => {
    const circle = 'fragment A on Viewer { ...B } fragment B on Viewer { ...A app }';
    expect((await tell(`{ viewer { ...A } } ${circle}`)).code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('by what its pages may bring, by literal and by variable, and not where they are small', async () => {
    const pages = (first: string) => `($record: ID! ${first === '$n' ? ', $n: Int' : ''}) {
      record(id: $record) { timeline(first: ${first}) { nodes { id title summary label status } } threads(first: ${first}) {
        nodes { id subject unreadCount label team { id name } record { timeline(first: ${first}) { nodes { id title } } } } } } }`;
    expect(await tell(`query ${pages('100')}`, { record })).toMatchObject({ code: 'TOO_COMPLEX' });
    expect(await tell(`query ${pages('$n')}`, { record, n: 100 })).toMatchObject({ code: 'TOO_COMPLEX' });
    const small = await tell(`query ${pages('$n')}`, { record, n: 5 });
    expect(small.code === 'TOO_COMPLEX' ? small.errors : []).toEqual([]);
  });

  it('by a page larger than pages are', async () => {
    const { code } = await tell(
      'query ($record: ID!) { record(id: $record) { timeline(first: 101) { nodes { id } } } }',
      {
        record,
      },
    );
    expect(code).toBe('BAD_USER_INPUT');
  });

  it('by introspection in circles, while a usual one is answered', async () => {
    const circular =
      '{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }';
    expect((await tell(circular)).code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect((await tell(getIntrospectionQuery())).code).toBeUndefined();
  });
});

describe('a request of another shape', () => {
  it('of many operations at once is refused', async () => {
    const batch = JSON.stringify(Array.from({ length: 10 }, () => ({ query: '{ __typename }' })));
    const response = await raw(batch);
    expect(response.status).toBe(400);
    expect(await response.text()).not.toContain('"__typename"');
  });

  it('by GET runs no mutation, and answers no page of another site', async () => {
    const mutation = await patient.fetch(`/graphql?query=${encodeURIComponent('mutation { signOut }')}`);
    expect(mutation.status).toBe(405);
    const simple = await fetch(`${server.url}/graphql?query=%7B__typename%7D`);
    expect(simple.status).toBe(400);
  });

  it('as a form sends it is refused, with the cookie or without', async () => {
    const statuses = {
      'application/x-www-form-urlencoded': 415,
      'multipart/form-data; boundary=x': 415,
      'text/plain': 400,
    };
    for (const [type, status] of Object.entries(statuses)) {
      const response = await raw('query=%7B__typename%7D', { 'content-type': type });
      expect([type, response.status]).toEqual([type, status]);
      expect(await response.text()).not.toContain('"data"');
    }
  });

  it('from a page of another origin is refused, and from our own answered', async () => {
    const body = JSON.stringify({ query: '{ __typename }' });
    const from = (origin: string) => raw(body, { ...json, origin });
    expect((await from('https://elsewhere.example')).status).toBe(403);
    expect((await from('null')).status).toBe(403);
    expect((await from(server.url)).status).toBe(200);
  });

  it('by a hash asks for nothing that somebody else has taught the server', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } };
    const response = await raw(JSON.stringify({ extensions }));
    expect(await response.text()).toMatch(/"PERSISTED_QUERY_NOT_SUPPORTED"/);
  });

  it('larger than any is refused', async () => {
    const response = await raw(JSON.stringify({ query: `# ${'x'.repeat(1_100_000)}\n{ __typename }` }));
    expect(response.status).toBe(413);
  });
});

describe('an error', () => {
  it('guesses at no name of the schema', async () => {
    for (const query of [
      '{ vieweer { app } }',
      '{ viewer { ap } }',
      'query ($x: UUIDD) { viewer { app } }',
      'mutation { signInn }',
    ])
      expect(JSON.stringify((await tell(query)).errors)).not.toMatch(/did you mean/i);
  });

  it('repeats no value that was sent, and says where it does not fit', async () => {
    const secret = 'zq secret words';
    const SEND = 'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { __typename } }';
    const { errors } = await tell(SEND, { input: { id: secret, thread: 'x', text: secret } });
    expect(JSON.stringify(errors)).not.toContain(secret);
    expect(errors?.[0]?.message).toBe('Variable "$input" does not fit at "id".');
    for (const query of [
      `{ record(id: 3, x: "${secret}") { id } }`,
      `{ record(id: "x") { timeline(first: "${secret}") { nodes { id } } } }`,
      `{ viewer { "${secret}" } }`,
    ])
      expect(JSON.stringify((await tell(query)).errors)).not.toContain(secret);
  });

  it('has no stack, no path of a file and no SQL', async () => {
    const text = JSON.stringify([
      await tell('qwerty cop { abc }'),
      await tell('{ viewer { app '),
      await tell('query ($id: ID!) { record(id: $id) { id } }', { id: "'; drop table heldwell.person; --" }),
    ]);
    expect(text).not.toMatch(/stacktrace|node_modules|\.ts:|select |heldwell\./i);
  });
});
