import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mayStillOpen, openAttachment } from '../features/documents/index.ts';
import type { Context, Services } from '../platform/context.ts';
import { channels } from '../platform/events.ts';
import { type RowId, readRowId } from '../platform/global-id.ts';
import { whileAllowed } from './live-download.ts';
import { appOf, credentialsOf, NO_COOKIES, newContext } from './request-context.ts';

/** What a browser shows itself, in a page that can do nothing; everything else it only saves. */
const SHOWN: Record<string, string> = {
  'text/plain': 'text/plain; charset=utf-8',
  'application/pdf': 'application/pdf',
  'image/png': 'image/png',
  'image/jpeg': 'image/jpeg',
  'image/gif': 'image/gif',
  'image/webp': 'image/webp',
};

/** How long a download goes on unasked where no event tells of a change: an event that was lost costs seconds. */
const ASK_AGAIN_MS = 2_000;

type FileRequest = FastifyRequest<{ Params: { app: string; id: string } }>;

/** Serves attachments, each to those who may see its entry or message, and for as long as they may. */
export function serveFiles(http: FastifyInstance, services: Services): void {
  http.get('/files/:app/:id', (request: FileRequest, reply) => sendFile(services, request, reply));
}

/** A context of a request that names its app in its address, as a link in a page must. */
export function contextOfApp(services: Services, request: FastifyRequest, name: string): Context {
  const app = appOf(name);
  return newContext(services, {
    app,
    credentials: credentialsOf(request.headers.cookie, app),
    address: request.ip,
    cookies: NO_COOKIES,
  });
}

async function sendFile(
  services: Services,
  request: FileRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const fresh = () => contextOfApp(services, request, request.params.app);
  const context = fresh();
  const id = readRowId('ATTACHMENT', request.params.id);
  reply.header('cache-control', 'no-store');
  let changes: ReturnType<Services['bus']['subscribe']> | undefined;
  try {
    const viewer = await context.scope.viewer();
    if (!viewer) return await reply.status(401).type('text/plain').send('Please sign in.');
    // Listened to before it is judged: no change of access falls between the two.
    changes = services.bus.subscribe([
      channels.access(id.patient),
      channels.record(id.patient),
      channels.session(viewer.sessionId),
    ]);
    const file = await openAttachment(context, request.params.id);
    if (!file) return await reply.status(404).type('text/plain').send('There is no such file.');
    if (!(await context.scope.commit())) throw new Error('The look at a file could not be kept.');
    const media = file.contentType.split(';')[0]?.trim().toLowerCase() ?? '';
    const shown = SHOWN[media];
    // No script, no form, no frame of ours: whatever a sender put into the file stays inert.
    reply.header('content-security-policy', 'sandbox');
    reply.header('content-disposition', disposition(shown ? 'inline' : 'attachment', file.title));
    reply.header('content-length', file.size);
    reply.type(shown ?? 'application/octet-stream');
    const bytes = whileAllowed({
      raw: reply.raw,
      bytes: file.bytes,
      changes,
      judge: () => again(fresh(), id),
    });
    changes = undefined;
    return await reply.send(bytes);
  } finally {
    await context.scope.rollback();
    await changes?.return?.();
  }
}

/** Nobody asked for this: it keeps no session awake, and was logged when the file was opened. */
async function again(context: Context, id: RowId): Promise<number | null> {
  try {
    context.scope.unattended();
    return await mayStillOpen(context, id, ASK_AGAIN_MS);
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
