import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Services } from '../platform/context.ts';
import { readId } from '../platform/global-id.ts';

type LogoRequest = FastifyRequest<{ Params: { organisation: string } }>;

/** Serves `/brands/ORGANISATION/logo`: pictures of the directory, for everybody, that can be nothing but pictures. */
export function serveBrands(http: FastifyInstance, services: Services): void {
  http.get('/brands/:organisation/logo', (request: LogoRequest, reply) => sendLogo(services, request, reply));
}

async function sendLogo(
  services: Services,
  request: LogoRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { rows } = await services.database.serving.query<{ logo: Buffer; logo_type: string }>(
    'select logo, logo_type from heldwell.organisation where id = $1 and logo is not null and logo_type is not null',
    [readId('ORGANISATION', request.params.organisation)],
  );
  const [row] = rows;
  // The type is one of a few that the table allows; nothing in it runs, whatever an organisation put up.
  reply.header('content-security-policy', "default-src 'none'; sandbox");
  reply.header('cross-origin-resource-policy', 'same-origin');
  if (!row) return reply.status(404).type('text/plain').send('There is no such picture.');
  const tag = `"${createHash('sha256').update(row.logo).digest('base64url').slice(0, 22)}"`;
  reply.header('cache-control', 'public, max-age=300').header('etag', tag);
  if (request.headers['if-none-match'] === tag) return reply.status(304).send();
  return reply.type(row.logo_type).send(row.logo);
}
