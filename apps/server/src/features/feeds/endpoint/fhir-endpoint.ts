import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { asSystem } from '../../../platform/as-system.ts';
import type { Services } from '../../../platform/context.ts';
import { logger } from '../../../platform/logger.ts';
import { senderOfKey } from '../feed-keys.ts';
import { type FhirSource, resourceTypeOf } from '../fhir/fhir-source.ts';
import { r4Definitions } from '../fhir/r4-definitions.ts';
import { isReadType } from '../fhir/read-resources.ts';
import type { ItemOutcome } from '../import/import-report.ts';
import { importRun } from '../import/import-run.ts';
import { answerTo, type FhirAnswer } from './answers.ts';
import { capabilityStatement } from './capability-statement.ts';
import { saying } from './operation-outcome.ts';
import { spooled, TooLong } from './spool.ts';

/** Longest body taken, in bytes. */
const MOST_BYTES = 50_000_000;

const JSON_TYPES = /^application\/(fhir\+json|json(\+fhir)?)\s*(;|$)/i;

/** `POST /fhir/R4` for bundles and `POST /fhir/R4/:type` for single resources, with the bearer key of a sender. */
export function serveFhir(http: FastifyInstance, services: Services): void {
  void http.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    // The body stays a stream: it goes to a file, never whole into memory.
    scope.addContentTypeParser('*', (_request, payload, parsed) => parsed(null, payload));
    scope.setErrorHandler((error, _request, reply) => fail(reply, error as Error));
    const options = { bodyLimit: MOST_BYTES };
    scope.get('/fhir/R4/metadata', (_request, reply) =>
      send(reply, { status: 200, body: capabilityStatement(services.clock()) }),
    );
    scope.post('/fhir/R4', options, (request, reply) => receive({ services, request, reply }));
    scope.post<{ Params: { type: string } }>('/fhir/R4/:type', options, (request, reply) =>
      receive({ services, request, reply, type: request.params.type }),
    );
    done();
  });
}

interface Posting {
  services: Services;
  request: FastifyRequest;
  reply: FastifyReply;
  /** The type in the address. */
  type?: string;
}

async function receive({ services, request, reply, type }: Posting): Promise<FastifyReply> {
  const sender = await senderOf(services, request.headers.authorization);
  if (!sender) {
    reply.header('www-authenticate', 'Bearer');
    return refuse(reply, 401, saying('login', 'Send the key of your organisation as a bearer token.'));
  }
  const unfit = mediaProblem(request) ?? typeProblem(type);
  if (unfit) return refuse(reply, unfit.status, unfit.body);
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) return tooLong(reply);
  try {
    const body = request.body as Readable;
    return send(reply, await spooled(body, MOST_BYTES, (source) => take(services, { sender, source, type })));
  } catch (error) {
    if (error instanceof TooLong) return tooLong(reply);
    throw error;
  }
}

interface Received {
  sender: string;
  /** The type in the address. */
  type: string | undefined;
  source: FhirSource;
}

async function take(services: Services, { sender, source, type }: Received): Promise<FhirAnswer> {
  const found = type && (await resourceTypeOf(source));
  if (found && found !== type) {
    const text = `The address says ${type}, the body is a ${found.slice(0, 60)}.`;
    return { status: 400, body: saying('invalid', text) };
  }
  const outcomes: ItemOutcome[] = [];
  const report = await importRun(services, {
    organisation: { ods: sender },
    sources: [source],
    now: services.clock(),
    onOutcome: (outcome) => outcomes.push(outcome),
  });
  const [only] = report.sources;
  if (!only) throw new Error('An import without a source.');
  return answerTo(only, outcomes);
}

async function senderOf(services: Services, authorization: string | undefined): Promise<string | undefined> {
  const key = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (!key) return undefined;
  return asSystem(services.database, 'find whose feed key it is', (manager) => senderOfKey(manager, key));
}

function mediaProblem({ headers }: FastifyRequest): FhirAnswer | undefined {
  if (JSON_TYPES.test(headers['content-type'] ?? '')) return undefined;
  const text = 'Send FHIR R4 as JSON, with the content type application/fhir+json. XML is not read.';
  return { status: 415, body: saying('not-supported', text) };
}

function typeProblem(type: string | undefined): FhirAnswer | undefined {
  if (type === undefined || type === 'Bundle' || isReadType(type)) return undefined;
  const text = r4Definitions().resourceTypes.has(type)
    ? `${type} has no place in a record here.`
    : `“${type.slice(0, 60)}” is no resource type of FHIR R4.`;
  return { status: 404, body: saying('not-supported', text) };
}

const tooLong = (reply: FastifyReply): FastifyReply =>
  refuse(reply, 413, saying('too-long', `At most ${MOST_BYTES / 1_000_000} MB are taken at once.`));

/** An answer before the body was read: the connection is not kept for what may still be coming. */
function refuse(reply: FastifyReply, status: number, body: FhirAnswer['body']): FastifyReply {
  return send(reply.header('connection', 'close'), { status, body });
}

function send(reply: FastifyReply, { status, body, location }: FhirAnswer): FastifyReply {
  if (location) reply.header('location', `/fhir/R4/${location}`);
  reply.header('cache-control', 'no-store');
  return reply.status(status).type('application/fhir+json; charset=utf-8').send(JSON.stringify(body));
}

function fail(reply: FastifyReply, error: Error & { statusCode?: number }): FastifyReply {
  if (error.statusCode === 413) return tooLong(reply);
  if (error.statusCode && error.statusCode < 500) {
    return refuse(reply, error.statusCode, saying('invalid', 'This request cannot be read.'));
  }
  const reference = randomUUID();
  logger.error({ reference, reason: error.message, stack: error.stack }, 'a feed failed');
  return refuse(reply, 500, saying('exception', `Something went wrong on our side (${reference}).`));
}
