import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Serves the addresses that leaflets and web pages of trusts already have, so that a trust changes the host alone. */
export function serveOldAddresses(http: FastifyInstance): void {
  http.get(
    '/registerPatientStart.action',
    (request: FastifyRequest<{ Querystring: { icode?: unknown } }>, reply) => {
      const { icode } = request.query;
      const code = typeof icode === 'string' ? icode.trim().slice(0, 100) : '';
      return reply.redirect(code ? `/patient/join/${encodeURIComponent(code)}` : '/patient/register');
    },
  );
}
