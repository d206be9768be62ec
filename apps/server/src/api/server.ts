import type { FastifyInstance } from 'fastify';
import { type SealingSettings, startSealing } from '../features/audit/index.ts';
import type { DemoCast } from '../features/demo-sign-in/index.ts';
import { serveFhir } from '../features/feeds/index.ts';
import type { Services } from '../platform/context.ts';
import { StartProblem } from '../platform/start-problem.ts';
import { Executor } from './execute.ts';
import { serveFiles } from './files.ts';
import { newHttpServer } from './http.ts';
import { serveMailbox } from './mailbox.ts';
import { serveOtherDoors } from './other-doors.ts';
import { buildGuardedSchema } from './schema.ts';
import { serveSockets } from './socket.ts';
import { serveUploads } from './uploads.ts';
import { serveWebApps } from './web-apps.ts';

export interface ServerOptions {
  services: Services;
  host: string;
  /** 0 for a free one. */
  port: number;
  publicUrl: string;
  /** Addresses or networks of proxies whose word on who asks is taken. */
  trustedProxies?: readonly string[];
  /** Whether the demo's mailbox is shown. */
  demo?: boolean;
  /** Whom the demo's stand-ins for other sign-ins know; left out, there are none. */
  cast?: DemoCast;
  /** Seals the access log in the background where it is given. */
  sealing?: SealingSettings;
}

export interface RunningServer {
  port: number;
  /** Takes no more requests, lets those under way finish, ends every stream. */
  close(): Promise<void>;
}

/** Builds the schema and listens. */
export async function startServer({
  services,
  host,
  port,
  publicUrl,
  trustedProxies = [],
  demo = false,
  cast,
  sealing,
}: ServerOptions): Promise<RunningServer> {
  const schema = buildGuardedSchema();
  const executor = new Executor(schema);
  let ready = true;
  const http = newHttpServer({ schema, services, executor, isReady: () => ready, trustedProxies });
  const { origin } = new URL(publicUrl);
  serveFiles(http, services);
  serveUploads(http, { services, origin });
  serveFhir(http, services);
  serveOtherDoors(http, { services, publicUrl, cast });
  if (demo) serveMailbox(http, services);
  await serveWebApps(http, { demo });
  await executor.start();
  const sealer = sealing && startSealing(services.database, { ...sealing, secret: services.secret });
  const closeSockets = serveSockets(http.server, { schema, services, origin });
  const close = async () => {
    ready = false;
    await closeSockets();
    await http.close();
    await executor.stop();
    await sealer?.close();
  };
  try {
    return { port: await listen(http, host, port), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function listen(http: FastifyInstance, host: string, port: number): Promise<number> {
  try {
    await http.listen({ host, port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      throw new StartProblem(
        `Port ${port} is taken by another program. Stop it, or choose another with PORT=4001.`,
      );
    }
    throw error;
  }
  const address = http.server.address();
  return typeof address === 'object' && address ? address.port : port;
}
