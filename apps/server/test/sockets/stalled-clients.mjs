// Opens many sockets as one session of an app, subscribes on each, and never reads again. Says “open” when all stand.
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';

const [port, count, cookies, query, variables] = process.argv.slice(2);
const sessions = cookies.split('|');

/** One text frame as a client sends it, masked. */
function frame(text) {
  const data = Buffer.from(text);
  const mask = randomBytes(4);
  const head =
    data.length < 126
      ? Buffer.from([0x81, 0x80 | data.length])
      : Buffer.from([0x81, 0x80 | 126, data.length >> 8, data.length & 255]);
  for (let n = 0; n < data.length; n += 1) data[n] ^= mask[n % 4];
  return Buffer.concat([head, mask, data]);
}

function stall(cookie) {
  return new Promise((resolve) => {
    const socket = connect(Number(port), '127.0.0.1');
    socket.on('error', () => resolve());
    socket.on('close', () => resolve());
    socket.once('connect', () => {
      socket.write(
        [
          'GET /graphql HTTP/1.1',
          'Host: 127.0.0.1',
          'Upgrade: websocket',
          'Connection: Upgrade',
          `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
          'Sec-WebSocket-Version: 13',
          'Sec-WebSocket-Protocol: graphql-transport-ws',
          `Cookie: ${cookie}`,
          '\r\n',
        ].join('\r\n'),
      );
      socket.write(frame(JSON.stringify({ type: 'connection_init', payload: { app: 'patient' } })));
    });
    let heard = '';
    socket.on('data', (part) => {
      heard += part.toString('latin1');
      if (!heard.includes('connection_ack')) return;
      socket.removeAllListeners('data');
      socket.write(
        frame(
          JSON.stringify({
            id: '1',
            type: 'subscribe',
            payload: { query, variables: JSON.parse(variables) },
          }),
        ),
      );
      socket.pause();
      resolve();
    });
  });
}

for (let n = 0; n < Number(count); n += 50)
  await Promise.all(
    Array.from({ length: Math.min(50, Number(count) - n) }, (_, m) =>
      stall(sessions[(n + m) % sessions.length]),
    ),
  );
process.stdout.write('open\n');
setInterval(() => undefined, 60_000);
