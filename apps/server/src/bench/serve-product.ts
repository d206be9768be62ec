import pg from 'pg';
import { openInstallation } from '../api/installation.ts';
import { startServer } from '../api/server.ts';
import { readEnv } from '../env.ts';
import type { Services } from '../platform/context.ts';
import { RequestScope } from '../platform/request-scope.ts';
import type { Start } from './orders.ts';
import { type Watched, watchConnections } from './watch-connections.ts';

/** Serves as production does, with a side channel that reads its CPU and statements; `change` may replace services. */
export async function serveProduct(
  { ownerUrl, secret, dataDir }: Start,
  change: (services: Services) => Services = (services) => services,
): Promise<{ port: number; watched: Watched }> {
  const env = readEnv({
    DATABASE_URL: ownerUrl,
    HELDWELL_SECRET: secret,
    HELDWELL_DEMO: 'off',
    SMTP_URL: 'off',
    DATABASE_POOL: '8',
    PUBLIC_URL: 'https://bench.invalid',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
  });
  const watched = watchConnections(pg.Client);
  const { commit } = RequestScope.prototype;
  RequestScope.prototype.commit = function (this: RequestScope) {
    watched.statements = this.statements;
    return commit.call(this);
  };
  const { services } = await openInstallation(env);
  const { port } = await startServer({
    services: change(services),
    freeQueries: true,
    host: '127.0.0.1',
    port: 0,
    publicUrl: env.PUBLIC_URL,
  });
  return { port, watched };
}
