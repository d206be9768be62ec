import pg from 'pg';
import { RequestScope } from '../platform/request-scope.ts';
import { Sealed } from '../platform/sealing/sealed.ts';
import { ViewerKeys } from '../platform/sealing/viewer-keys.ts';
import { serveOrders } from './orders.ts';
import { serveProduct } from './serve-product.ts';

/**
 * The same server on the same data with the same statements, but without row security, without the access log and without
 * sealing: beside it the product shows what these cost. It reads for the bench alone and is part of no installation.
 */
serveOrders((start) => {
  leaveOutTheLog();
  leaveOutSealing();
  return serveProduct(start, (services) => {
    const { serving } = services.database;
    // The role bypasses row security; everything else of the pool stays as it is.
    const bare = new pg.Pool({ ...serving.options, connectionString: start.besideUrl });
    return { ...services, database: { ...services.database, serving: bare } };
  });
});

function leaveOutTheLog(): void {
  RequestScope.prototype.look = () => undefined;
}

/** What a value says is opened once and kept by its bytes: from then on it is as if it had come plain, as JSON. */
function leaveOutSealing(): void {
  const kept = new Map<string, Buffer>();
  const bytesOf = (sealed: Sealed): string => Sealed.blobOf(sealed).toString('latin1');
  const { forValues, openBytes } = ViewerKeys.prototype;
  ViewerKeys.prototype.forValues = function (this: ViewerKeys, values: readonly Sealed[]) {
    const isPlain = values.every((sealed) => kept.has(bytesOf(sealed)));
    return isPlain ? Promise.resolve() : forValues.call(this, values);
  };
  ViewerKeys.prototype.openBytes = function (this: ViewerKeys, sealed: Sealed) {
    const bytes = bytesOf(sealed);
    const known = kept.get(bytes);
    if (known) return known;
    const opened = openBytes.call(this, sealed);
    kept.set(bytes, opened);
    return opened;
  };
}
