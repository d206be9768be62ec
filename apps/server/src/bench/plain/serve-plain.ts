import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import type { Sealing } from '../../platform/sealing/sealing.ts';
import { caseload } from './caseload.ts';
import { home } from './home.ts';
import { inbox } from './inbox.ts';
import { PlainKeys } from './keys.ts';
import { sendMessage, TOLD } from './send-message.ts';
import { sessionOf } from './session.ts';
import { timeline } from './timeline.ts';
import type { Handler, Turn } from './turn.ts';

/** Answers the smallest question: in which app somebody is signed in. */
const smallest: Handler = ({ viewer }) => Promise.resolve({ viewer: { app: viewer.app } });

const HANDLERS: Record<string, Handler> = {
  '/home': home,
  '/timeline': timeline,
  '/inbox': inbox,
  '/caseload': caseload,
  '/send': sendMessage,
  '/smallest': smallest,
};

/**
 * What one would write by hand for these screens alone: node:http, a pool, SQL for each. It looks the session up,
 * joins the consent, writes the access log and answers after the commit, as the product does; it has no GraphQL,
 * no guards around fields, and connects as a role that row security leaves alone. Returns its port.
 */
export async function servePlain(connectionString: string, sealing: Sealing): Promise<number> {
  const keys = new PlainKeys(sealing);
  const pool = new pg.Pool({
    connectionString,
    max: 8,
    options: '-c search_path=heldwell -c timezone=UTC -c jit=off',
    application_name: 'heldwell-plain',
    idleTimeoutMillis: 60_000,
    pipeline: true,
  } as pg.PoolConfig);
  pg.types.setTypeParser(pg.types.builtins.DATE, String);
  // ISO text, as PostgreSQL writes it in JSON.
  pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => `${text.replace(' ', 'T')}:00`);
  const server = createServer((request, response) => {
    answer({ pool, keys }, request, response).catch((error: Error) => {
      response.writeHead(500).end(error.stack);
    });
  });
  await hear(connectionString);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** Hears what was sent, as whoever delivers it to open pages must; nobody has a page open here. */
async function hear(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString, application_name: 'heldwell-plain-events' });
  const pages = new Map<string, Set<(told: unknown) => void>>();
  client.on('notification', ({ payload }) => {
    const told = JSON.parse(payload ?? '{}') as { one: string };
    for (const tell of pages.get(told.one) ?? []) tell(told);
  });
  client.on('error', () => undefined);
  await client.connect();
  await client.query(`listen ${TOLD}`);
}

interface Serving {
  pool: pg.Pool;
  keys: PlainKeys;
}

async function answer(
  { pool, keys }: Serving,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const handler = HANDLERS[request.url ?? ''];
  if (!handler) return void response.writeHead(404).end();
  const args = JSON.parse(await bodyOf(request)) as Turn['args'];
  const client = await pool.connect();
  try {
    const data = await inTransaction(client, request, { handler, args, keys });
    client.release();
    const body = JSON.stringify({ data });
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
    };
    response.writeHead(data === undefined ? 401 : 200, headers).end(body);
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function inTransaction(
  client: pg.PoolClient,
  request: IncomingMessage,
  { handler, args, keys }: { handler: Handler } & Pick<Turn, 'args' | 'keys'>,
): Promise<unknown> {
  const [, viewer] = await Promise.all([client.query('begin'), sessionOf(client, request)]);
  const turn: Turn | undefined = viewer && { client, viewer, keys, args, last: [] };
  const data = turn && (await handler(turn));
  await Promise.all([...(turn?.last ?? []).map((one) => client.query(one)), client.query('commit')]);
  return data;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
