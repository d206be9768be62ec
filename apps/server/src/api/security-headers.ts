import type { FastifyReply } from 'fastify';

/** Everything comes from this origin, and no script makes another; sizes of charts are set by script, which is no style of the page. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Two years, for every host beneath: what preload lists ask for. */
const ONLY_HTTPS = 'max-age=63072000; includeSubDomains';

/** Headers every answer carries; `https` where people come by `https://` alone. */
export function securityHeaders(reply: FastifyReply, { https }: { https: boolean }): void {
  if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', POLICY);
  if (https) reply.header('strict-transport-security', ONLY_HTTPS);
  reply.header('x-content-type-options', 'nosniff');
  reply.header('referrer-policy', 'no-referrer');
  reply.header('cross-origin-opener-policy', 'same-origin');
  reply.header('cross-origin-resource-policy', 'same-origin');
  reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=()');
}
