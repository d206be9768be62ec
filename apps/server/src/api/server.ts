import type { FastifyInstance } from 'fastify';
import { type SealingSettings, startSealing } from '../features/audit/index.ts';
import type { DemoCast } from '../features/demo-sign-in/index.ts';
import { serveFhir } from '../features/feeds/index.ts';
import type { Services } from '../platform/context.ts';
import { StartProblem } from '../platform/start-problem.ts';
import { serveBrands } from './brands.ts';
import type { Bounds } from './documents/limits.ts';
import { Register } from './documents/registered.ts';
import { Vetting } from './documents/vetting.ts';
import { Executor } from './execute.ts';
import { serveFiles } from './files.ts';
import { newHttpServer } from './http.ts';
import { serveMailbox } from './mailbox.ts';
import { serveOldAddresses } from './old-addresses.ts';
import { serveOtherDoors } from './other-doors.ts';
import { buildGuardedSchema } from './schema.ts';
import { serveSockets } from './socket.ts';
import { Turns } from './turns.ts';
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
  /** Sessions of the apps may send documents of their own making: in development alone. */
  freeQueries?: boolean;
  /** What a document may hold at most, where tests ask for more than anybody may. */
  bounds?: Bounds;
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

/** What HTTP and sockets share. */
function partsOf({ services, publicUrl, freeQueries = false, bounds }: ServerOptions) {
  const schema = buildGuardedSchema();
  const vetting = new Vetting(schema, Register.read(), bounds);
  // As many deliveries at once as there are connections for them: none waits for one behind those of somebody else.
  const turns = new Turns(services.database.delivering.options.max ?? 1);
  return { schema, services, vetting, turns, origin: new URL(publicUrl).origin, freeQueries };
}

/** Builds the schema and listens. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { services, trustedProxies = [], demo = false, sealing } = options;
  const parts = partsOf(options);
  const { schema, vetting, origin } = parts;
  const executor = new Executor(schema, vetting);
  let ready = true;
  const http = newHttpServer({ ...parts, executor, isReady: () => ready, trustedProxies });
  serveFiles(http, services);
  serveUploads(http, { services, origin });
  serveBrands(http, services);
  serveOldAddresses(http);
  serveFhir(http, services);
  serveOtherDoors(http, { services, publicUrl: options.publicUrl, cast: options.cast });
  if (demo) serveMailbox(http, services);
  await serveWebApps(http, { demo });
  await executor.start();
  const sealer = sealing && startSealing(services.database, { ...sealing, secret: services.secret });
  const closeSockets = serveSockets(http.server, parts);
  const close = async () => {
    ready = false;
    await closeSockets();
    await http.close();
    await executor.stop();
    await sealer?.close();
  };
  try {
    return { port: await listen(http, options.host, options.port), close };
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
