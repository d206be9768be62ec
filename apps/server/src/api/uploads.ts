import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CHOSEN_LABELS } from '../features/consent/index.ts';
import { type FileToPut, type PutOutcome, putFile } from '../features/documents/index.ts';
import type { Services } from '../platform/context.ts';
import { readId, readRowId, writeId } from '../platform/global-id.ts';
import { logger } from '../platform/logger.ts';
import { contextOfApp } from './files.ts';
import { appOf } from './request-context.ts';

/** How long a body may stand still before it counts as broken off. */
const STILL_MS = 60_000;
const MOST_TITLE = 200;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export interface UploadOptions {
  services: Services;
  /** The one origin pages may put files up from; a client that is no browser sends none. */
  origin: string;
}

type UploadRequest = FastifyRequest<{ Params: { app: string } }>;

/**
 * `POST /files/:app`: one file as the body. What it is for is said in headers of our own, which no other site can send
 * and no log of addresses keeps: `X-Heldwell-App`, `-Id`, `-Name` (URI encoded), and `-Thread` or `-Record` with `-Label`.
 */
export function serveUploads(http: FastifyInstance, options: UploadOptions): void {
  void http.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    // The body stays a stream: it goes into the store, never whole into memory.
    scope.addContentTypeParser('*', (_request, payload, parsed) => parsed(null, payload));
    // Longer ones are refused by us, in words; a broken-off one has nobody left to answer.
    scope.post('/files/:app', { bodyLimit: Number.MAX_SAFE_INTEGER }, (request: UploadRequest, reply) =>
      receive(options, request, reply),
    );
    done();
  });
}

async function receive(
  { services, origin }: UploadOptions,
  request: UploadRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  reply.header('cache-control', 'no-store');
  const { mostBytes } = services.documents;
  const own = appOf(request.headers['x-heldwell-app']);
  if (!own || own !== appOf(request.params.app) || !isOurs(request, origin))
    return refuse(reply, 'FORBIDDEN');
  const asked = askedOf(request);
  if (!asked) return refuse(reply, 'UNREADABLE');
  if (Number(request.headers['content-length'] ?? 0) > mostBytes)
    return refuse(reply, 'TOO_LARGE', mostBytes);
  const { socket } = request.raw;
  const stop = () => socket.destroy();
  socket.setTimeout(STILL_MS).on('timeout', stop);
  try {
    const outcome = await putFile(() => contextOfApp(services, request, request.params.app), asked);
    if (outcome.is !== 'PUT') return refuse(reply, outcome.is, mostBytes);
    const { id, contentType, size } = outcome.file;
    const put = { id: writeId('ATTACHMENT', id.row, id.patient), title: asked.title, contentType, size };
    return await reply.status(201).send(put);
  } catch (error) {
    return fail(reply, error as Error);
  } finally {
    socket.setTimeout(0).off('timeout', stop);
  }
}

/** What is asked, as the headers say; null where they do not fit. */
function askedOf({ headers, body }: UploadRequest): FileToPut | null {
  const said = (name: string): string => String(headers[`x-heldwell-${name}`] ?? '');
  const [clientId, thread, record, label] = [said('id'), said('thread'), said('record'), said('label')];
  const title = nameOf(said('name'));
  if (!UUID.test(clientId) || !title || Boolean(thread) === Boolean(record) || !body) return null;
  // What is asked for is read to its end or not at all; a body that is left lying keeps its connection.
  const source = (body as Readable).iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  const file = { clientId, title, body: source };
  if (thread) {
    const { patient, row } = readRowId('THREAD', thread);
    return { ...file, into: { patient, thread: row, label: null } };
  }
  const known = CHOSEN_LABELS.find((one) => one === label);
  return known ? { ...file, into: { patient: readId('RECORD', record), thread: null, label: known } } : null;
}

/** A file's name without its folders and without signs that no name has, at most 200 letters. */
function nameOf(encoded: string): string | null {
  try {
    const name = decodeURIComponent(encoded).normalize('NFC').split(/[/\\]/).at(-1) ?? '';
    return (
      name
        .replace(/\p{Cc}/gu, ' ')
        .trim()
        .slice(0, MOST_TITLE) || null
    );
  } catch {
    return null;
  }
}

/** From a page of ours, or from no page at all. */
function isOurs({ headers }: FastifyRequest, publicOrigin: string): boolean {
  const { origin, host } = headers;
  if (origin === undefined || origin === publicOrigin) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

type Refusal = Exclude<PutOutcome['is'], 'PUT'> | 'FORBIDDEN' | 'UNREADABLE';

const REFUSALS: Record<Refusal, { status: number; message: string }> = {
  NOBODY: { status: 401, message: 'Please sign in.' },
  FORBIDDEN: { status: 403, message: 'Files are taken from our own apps alone.' },
  HIDDEN: {
    status: 404,
    message:
      'We could not find where this file is to go. It may have been removed, or you may not be able to see it.',
  },
  DIFFERENT: { status: 409, message: 'This was sent before as another file. What was sent first is kept.' },
  TOO_LARGE: { status: 413, message: 'This file is too large.' },
  KIND: { status: 415, message: 'This kind of file cannot be attached. PDF, pictures and plain text can.' },
  EMPTY: { status: 422, message: 'This file is empty.' },
  UNREADABLE: { status: 400, message: 'This request cannot be read.' },
  TOO_MANY: { status: 429, message: 'Too many files are waiting to be sent. Send or remove some first.' },
};

/** An answer that may come before the body was read: the connection is not kept for what may still be coming. */
function refuse(reply: FastifyReply, why: Refusal, mostBytes?: number): FastifyReply {
  const { status, message } = REFUSALS[why];
  // A page still sending reads the answer only when its body has somewhere to go.
  reply.request.raw.resume();
  if (why === 'TOO_LARGE') reply.header('connection', 'close');
  return reply.status(status).send({ problem: why, message, ...(why === 'TOO_LARGE' && { mostBytes }) });
}

function fail(reply: FastifyReply, error: Error): FastifyReply {
  if (reply.request.raw.destroyed && !reply.request.raw.complete) return reply.hijack();
  const reference = randomUUID();
  logger.error({ reference, reason: error.message, stack: error.stack }, 'a file could not be kept');
  reply.request.raw.resume();
  return reply
    .status(500)
    .send({ problem: 'INTERNAL', message: 'Something went wrong on our side.', reference });
}
