import pg from 'pg';
import { openInstallation } from '../api/installation.ts';
import { startServer } from '../api/server.ts';
import { readEnv } from '../env.ts';
import { RequestScope } from '../platform/request-scope.ts';
import { serveOrders } from './orders.ts';
import { watchConnections } from './watch-connections.ts';

/** The real server in a process of its own, as production runs it, with a side channel that reads its CPU and statements. */
serveOrders(async ({ ownerUrl, secret, dataDir }) => {
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
  const { PUBLIC_URL: publicUrl } = env;
  const server = await startServer({ services, host: '127.0.0.1', port: 0, publicUrl, freeQueries: true });
  return { port: server.port, watched };
});
