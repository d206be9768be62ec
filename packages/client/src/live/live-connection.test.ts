import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type WebSocket as ServerSocket, WebSocketServer } from 'ws';
import { graphql } from '../graphql.ts';
import { createLive, type Live } from './live-connection.ts';

const Counting = graphql(`subscription Counting($thread: ID!, $after: Int!) {
  messagesAdded(thread: $thread, after: $after) { position }
}`);

type Frame = { id?: string; type: string; payload?: { app?: string; variables?: { after: number } } };
type Subscribed = { socket: ServerSocket; id: string; after: number };

let server: WebSocketServer;
let live: Live;
let apps: (string | undefined)[];
let subscribed: Subscribed[];

beforeEach(async () => {
  apps = [];
  subscribed = [];
  server = new WebSocketServer({ port: 0, host: '127.0.0.1', handleProtocols: () => 'graphql-transport-ws' });
  server.on('connection', (socket) => {
    socket.on('message', (bytes) => {
      const frame = JSON.parse(String(bytes)) as Frame;
      if (frame.type === 'connection_init') {
        apps.push(frame.payload?.app);
        socket.send(JSON.stringify({ type: 'connection_ack' }));
      }
      if (frame.type === 'subscribe') {
        subscribed.push({ socket, id: frame.id ?? '', after: frame.payload?.variables?.after ?? -1 });
      }
    });
  });
  await once(server, 'listening');
  live = createLive({ app: 'patient', url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}` });
});

afterEach(() => {
  live.close();
  for (const socket of server.clients) socket.terminate();
  server.close();
});

const nth = (count: number) =>
  vi.waitFor(
    () => {
      const found = subscribed[count - 1];
      if (!found) throw new Error(`only ${subscribed.length} streams were opened`);
      return found;
    },
    { timeout: 4_000 },
  );

const send = ({ socket, id }: Subscribed, position: number) =>
  socket.send(JSON.stringify({ id, type: 'next', payload: { data: { messagesAdded: { position } } } }));

function count() {
  const seen: number[] = [];
  const ends: string[] = [];
  let resumed = 0;
  const stop = live.subscribe(Counting, () => ({ thread: 't', after: seen.at(-1) ?? 0 }), {
    next: ({ messagesAdded }) => seen.push(messagesAdded.position),
    ended: (end) => ends.push(end),
    resumed: () => {
      resumed += 1;
    },
  });
  return { seen, ends, stop, resumes: () => resumed };
}

test('a dropped connection resumes after the last position, without gap or double', async () => {
  const { seen, ends, resumes } = count();
  const first = await nth(1);
  expect(first.after).toBe(0);
  expect(apps).toEqual(['patient']);
  send(first, 1);
  send(first, 2);
  await vi.waitFor(() => expect(seen).toEqual([1, 2]));
  first.socket.terminate();
  const second = await nth(2);
  expect(second.after).toBe(2);
  send(second, 3);
  await vi.waitFor(() => expect(seen).toEqual([1, 2, 3]));
  await vi.waitFor(() => expect(resumes()).toBe(1));
  expect(ends).toEqual([]);
});

test('a stream completed by the server says so once, and is not opened again', async () => {
  const { ends } = count();
  const { socket, id } = await nth(1);
  socket.send(JSON.stringify({ id, type: 'complete' }));
  await vi.waitFor(() => expect(ends).toEqual(['completed']));
  socket.terminate();
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  expect(subscribed).toHaveLength(1);
  expect(ends).toEqual(['completed']);
});

test('a refused stream, and one whose sign-in is over, say why', async () => {
  const refused = count();
  const first = await nth(1);
  const errors = (code: string) => [{ message: code, extensions: { code } }];
  first.socket.send(JSON.stringify({ id: first.id, type: 'error', payload: errors('FORBIDDEN') }));
  await vi.waitFor(() => expect(refused.ends).toEqual(['refused']));
  const signedOut = count();
  const second = await nth(2);
  const payload = { data: null, errors: errors('UNAUTHENTICATED') };
  second.socket.send(JSON.stringify({ id: second.id, type: 'next', payload }));
  await vi.waitFor(() => expect(signedOut.ends).toEqual(['signedOut']));
});

test('stopping a stream oneself is no end', async () => {
  const { ends, stop } = count();
  await nth(1);
  stop();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(ends).toEqual([]);
});
