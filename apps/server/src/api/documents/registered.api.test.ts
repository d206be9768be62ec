import { readFileSync } from 'node:fs';
import { parse } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { aPatient } from '../../../test/builders/a-patient.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import type { AppClient } from '../../../test/harness/app-client.ts';
import { canonicalHash } from './canonical.ts';
import { collectRegistered } from './collect-registered.ts';
import { REGISTER } from './registered.ts';

/** As the patient's app sends it, with a name that its client adds. */
const REGISTERED =
  'query Viewer { viewer { __typename ...ViewerFields } } fragment ViewerFields on Viewer { app person { id givenName familyName email } record { id } }';

let closed: TestServer;
let open: TestServer;
let patient: AppClient;
let free: AppClient;
beforeAll(async () => {
  closed = await aServer(undefined, { freeQueries: false });
  open = await aServer(closed.db);
  const { email } = await aPatient(closed.db).stored();
  patient = await closed.asPerson(email, 'PATIENT');
  free = await open.asPerson(email, 'PATIENT');
});

const codeOf = async (client: AppClient, query: string) => {
  const { errors } = await client.answer(query);
  return errors?.[0]?.extensions?.code;
};

describe('the register', () => {
  it('holds what the apps send today', () => {
    expect(JSON.parse(readFileSync(REGISTER, 'utf8'))).toEqual(collectRegistered());
  });

  it('has documents of every kind for each app', () => {
    const kinds = collectRegistered().flatMap(({ kind, apps }) => apps.map((app) => `${app} ${kind}`));
    for (const app of ['PATIENT', 'CARER', 'PROFESSIONAL'])
      for (const kind of ['query', 'mutation', 'subscription']) expect(kinds).toContain(`${app} ${kind}`);
  });

  it('knows a document by what it asks for, not by its spaces, its order or its type names', () => {
    const [one, other] = [
      'query A { viewer { ...F } } fragment F on Viewer { app }',
      'fragment F on Viewer {\n  app __typename }\n\nquery A { viewer { __typename ...F } }',
    ].map((text) => canonicalHash(parse(text)));
    expect(one).toBe(other);
    expect(
      canonicalHash(parse('query A { viewer { ...F } } fragment F on Viewer { app teams { id } }')),
    ).not.toBe(one);
  });
});

describe('a session of an app', () => {
  it('sends what is registered for it, and nothing else', async () => {
    const hash = canonicalHash(parse(REGISTERED));
    const known = collectRegistered().find(({ name }) => name === 'Viewer');
    expect(known?.sha256).toBe(hash);
    expect((await patient.graphql(REGISTERED)).viewer.app).toBe('PATIENT');
    expect(await codeOf(patient, '{ viewer { app } }')).toBe('DOCUMENT_NOT_REGISTERED');
    expect(await codeOf(patient, REGISTERED.replace('record { id }', 'record { id nhsNumber }'))).toBe(
      'DOCUMENT_NOT_REGISTERED',
    );
    expect((await free.graphql('{ viewer { app } }')).viewer.app).toBe('PATIENT');
  });

  it('sends nothing that is registered for another app', async () => {
    const other = collectRegistered().find(({ apps }) => apps.join() === 'PROFESSIONAL');
    expect(other).toBeDefined();
    const { Register } = await import('./registered.ts');
    const register = Register.read();
    expect(register.has('PROFESSIONAL', other?.sha256 ?? '')).toBe(true);
    expect(register.has('PATIENT', other?.sha256 ?? '')).toBe(false);
    expect(register.has(null, other?.sha256 ?? '')).toBe(false);
  });

  it('opens no stream with a document of its own making, by socket or by HTTP', async () => {
    const query = 'subscription { noticeAdded { unreadCount } }';
    expect(JSON.stringify(await patient.subscribe(query).ended())).toContain('DOCUMENT_NOT_REGISTERED');
    const streamed = await patient.fetch('/graphql', {
      method: 'POST',
      headers: { accept: 'text/event-stream', 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    expect(streamed.status).toBe(400);
    expect(await streamed.text()).toContain('DOCUMENT_NOT_REGISTERED');
    const live = free.subscribe(query);
    expect(await live.next()).toBeDefined();
    live.close();
  });

  it('asks nothing about the schema', async () => {
    const ask = '{ __schema { types { name } } }';
    expect(await codeOf(patient, ask)).toBe('DOCUMENT_NOT_REGISTERED');
    expect(await codeOf(closed.asNobody('PATIENT'), ask)).toBe('DOCUMENT_NOT_REGISTERED');
    expect((await free.graphql(ask)).__schema.types.length).toBeGreaterThan(50);
  });
});
