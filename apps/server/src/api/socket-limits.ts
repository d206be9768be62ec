import type { WebSocket } from 'ws';

/** Closing codes: those of graphql-ws for what it knows itself, and the usual one for too many. */
export const TOO_MANY = 4429;

/** Sockets of one session on one process: an app opens one for each of its pages. */
const MOST_OF_A_SESSION = 24;
/** Sockets of one process that nobody is signed in with: they have nothing to listen to. */
const MOST_OF_NOBODY = 200;
/** Streams of one socket. */
export const MOST_STREAMS = 32;
/** What may wait for a reader who does not read; what comes next ends the socket, and a client catches up by itself. */
const MOST_WAITING_BYTES = 32_768;
/** Messages a client may send at once, and how many more each second. */
const BURST = 120;
const REFILL = 20;

/** As much of a socket as is counted. */
interface Countable {
  readonly readyState: number;
  readonly OPEN: number;
  once(event: 'close', ended: () => void): unknown;
}

/** Counts the open sockets of each session, and those without one. */
export class SocketCount {
  private readonly open = new Map<string, number>();

  /**
   * Counts a socket until it closes; false when there are too many, or when it has closed already, which it would tell
   * nobody any more: then it is not counted.
   */
  enter(socket: Countable, session: string | undefined): boolean {
    if (socket.readyState !== socket.OPEN) return false;
    const key = session ?? 'nobody';
    const count = this.open.get(key) ?? 0;
    if (count >= (session ? MOST_OF_A_SESSION : MOST_OF_NOBODY)) return false;
    this.open.set(key, count + 1);
    socket.once('close', () => {
      const left = (this.open.get(key) ?? 1) - 1;
      if (left > 0) this.open.set(key, left);
      else this.open.delete(key);
    });
    return true;
  }
}

/** Ends a socket whose reader does not read, or that sends more than anybody types. */
export function limitSocket(socket: WebSocket): void {
  const send = socket.send.bind(socket) as (data: unknown, done?: (error?: Error) => void) => void;
  socket.send = ((data: unknown, done?: (error?: Error) => void) => {
    if (socket.bufferedAmount > MOST_WAITING_BYTES) {
      socket.terminate();
      done?.();
      return;
    }
    send(data, done);
  }) as typeof socket.send;
  let left = BURST;
  let last = Date.now();
  socket.on('message', () => {
    const now = Date.now();
    left = Math.min(BURST, left + ((now - last) / 1_000) * REFILL) - 1;
    last = now;
    if (left < 0) socket.close(TOO_MANY, 'Too many messages');
  });
}
