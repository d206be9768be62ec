import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { openAttachment } from '../features/record/index.ts';
import type { Services } from '../platform/context.ts';
import { appOf, credentialsOf, newContext } from './request-context.ts';

/** What a browser shows itself, in a page that can do nothing; everything else it only saves. */
const SHOWN: Record<string, string> = {
  'text/plain': 'text/plain; charset=utf-8',
  'application/pdf': 'application/pdf',
};

/** Serves attachments, each to those who may see its entry at this moment. */
export function serveFiles(http: FastifyInstance, services: Services): void {
  http.get<{ Params: { app: string; id: string } }>('/files/:app/:id', (request, reply) =>
    sendFile(services, request, reply),
  );
}

async function sendFile(
  services: Services,
  request: FastifyRequest<{ Params: { app: string; id: string } }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const app = appOf(request.params.app);
  const context = newContext(services, {
    app,
    credentials: credentialsOf(request.headers.cookie, app),
    address: request.ip,
    cookies: { set: () => undefined, clear: () => undefined },
  });
  reply.header('cache-control', 'no-store');
  try {
    if (!(await context.scope.viewer()))
      return await reply.status(401).type('text/plain').send('Please sign in.');
    const file = await openAttachment(context, request.params.id);
    if (!file) return await reply.status(404).type('text/plain').send('There is no such file.');
    if (!(await context.scope.commit())) throw new Error('The look at a file could not be kept.');
    const media = file.contentType.split(';')[0]?.trim().toLowerCase() ?? '';
    const shown = SHOWN[media];
    // No script, no form, no frame of ours: whatever a sender put into the file stays inert.
    reply.header('content-security-policy', 'sandbox');
    reply.header('content-disposition', disposition(shown ? 'inline' : 'attachment', file.title));
    return await reply.type(shown ?? 'application/octet-stream').send(file.bytes);
  } finally {
    await context.scope.rollback();
  }
}

/** The name in both forms that browsers read: plain letters, and UTF-8 (RFC 6266). */
function disposition(kind: 'inline' | 'attachment', title: string | null): string {
  const name = (title ?? 'Document').replace(/[\p{Cc}/\\:]/gu, ' ').trim() || 'Document';
  const plain = name.replace(/[^\w .-]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
