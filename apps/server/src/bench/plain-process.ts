import pg from 'pg';
import { benchSealing } from './bench-sealing.ts';
import { serveOrders } from './orders.ts';
import { servePlain } from './plain/serve-plain.ts';
import { watchConnections } from './watch-connections.ts';

/** The handler the product is measured against, in a process of its own. */
serveOrders(async ({ besideUrl, dataDir, secret }) => {
  const watched = watchConnections(pg.Client);
  return { port: await servePlain(besideUrl, benchSealing(dataDir, secret)), watched };
});
