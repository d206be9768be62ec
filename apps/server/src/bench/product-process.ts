import { serveOrders } from './orders.ts';
import { serveProduct } from './serve-product.ts';

/** The real server in a process of its own, as production runs it. */
serveOrders((start) => serveProduct(start));
