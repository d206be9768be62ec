import { once } from 'node:events';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Asked } from './documents/asked.ts';
import { type Living, subscribeLive } from './live.ts';
import { type Preparing, prepareOperation } from './prepare-operation.ts';

/** Keeps proxies from closing a quiet stream. */
const PING_MS = 12_000;

/**
 * Whether a request asks for a live stream over plain HTTP (GraphQL over Server-Sent Events). Clients that read JSON
 * name the event stream too, after it, for answers in parts: what comes first decides.
 */
export const wantsEventStream = (request: FastifyRequest): boolean =>
  request.method === 'POST' && (request.headers.accept ?? '').trimStart().startsWith('text/event-stream');

interface Streaming {
  preparing: Preparing;
  request: FastifyRequest;
  reply: FastifyReply;
  living: Living;
}

/** Plays a subscription as `event: next` lines and one `event: complete`; ends when the reader goes or access does. */
export async function playEventStream({ preparing, request, reply, living }: Streaming): Promise<void> {
  const prepared = prepareOperation(preparing, request.body as Asked);
  if (!('document' in prepared)) {
    await reply.status(400).type('application/json').send({ errors: prepared });
    return;
  }
  const result = await subscribeLive(prepared, living);
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  const ping = setInterval(() => raw.write(':\n\n'), PING_MS);
  try {
    if (!(Symbol.asyncIterator in result)) raw.write(`event: next\ndata: ${JSON.stringify(result)}\n\n`);
    else {
      raw.once('close', () => void result.return());
      for await (const payload of result) {
        if (!raw.write(`event: next\ndata: ${JSON.stringify(payload)}\n\n`)) await once(raw, 'drain');
      }
    }
  } finally {
    clearInterval(ping);
    raw.end('event: complete\ndata:\n\n');
  }
}
