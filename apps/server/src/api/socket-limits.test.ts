import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { SocketCount } from './socket-limits.ts';

/** As much of a socket as is counted. */
class Counted extends EventEmitter {
  readonly OPEN = 1;
  readyState: 0 | 1 | 2 | 3 = 1;
  close(): void {
    this.readyState = 3;
    this.emit('close');
  }
}
const sockets = (count: number) => Array.from({ length: count }, () => new Counted());

it('a session has so many sockets, and another when one of them closes', () => {
  const count = new SocketCount();
  const open = sockets(24);
  expect(open.every((socket) => count.enter(socket, 'one'))).toBe(true);
  expect(count.enter(new Counted(), 'one')).toBe(false);
  expect(count.enter(new Counted(), 'other')).toBe(true);
  open[0]?.close();
  expect(count.enter(new Counted(), 'one')).toBe(true);
});

it('a socket that closed while its session was looked up is not counted for ever', () => {
  const count = new SocketCount();
  for (const socket of sockets(100)) {
    socket.close();
    expect(count.enter(socket, 'one')).toBe(false);
  }
  expect(count.enter(new Counted(), 'one')).toBe(true);
});
