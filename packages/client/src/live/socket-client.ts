import type { Client as SocketClient } from 'graphql-ws';

const longestWait = 10_000;

/** Waits before the next attempt: doubling from half a second, cut short when the browser is online again. */
function waitToReconnect(attempt: number): Promise<void> {
  const wait = Math.min(longestWait, 500 * 2 ** attempt) * (0.75 + Math.random() / 2);
  return new Promise((resolve) => {
    const proceed = () => {
      clearTimeout(timer);
      window.removeEventListener('online', proceed);
      resolve();
    };
    const timer = setTimeout(proceed, wait);
    window.addEventListener('online', proceed);
  });
}

/**
 * Loads graphql-ws and prepares a connection that opens with the first stream, closes shortly after the last,
 * and is tried again for as long as a stream is wanted. Rejects when the code cannot be loaded.
 */
export async function openSocketClient(url: string, app: string): Promise<SocketClient> {
  const { createClient } = await import('graphql-ws/client');
  let pongTimer: ReturnType<typeof setTimeout> | undefined;
  const client = createClient({
    url,
    connectionParams: { app },
    lazyCloseTimeout: 3_000,
    keepAlive: 15_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    retryWait: waitToReconnect,
    shouldRetry: () => true,
    on: {
      // A phone that slept keeps sockets that look open: no pong within five seconds means the line is dead.
      ping: (received) => {
        if (!received) pongTimer = setTimeout(() => client.terminate(), 5_000);
      },
      pong: (received) => {
        if (received) clearTimeout(pongTimer);
      },
      closed: () => clearTimeout(pongTimer),
    },
  });
  return client;
}
