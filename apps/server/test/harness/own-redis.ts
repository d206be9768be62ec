import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterFile } from './after-file.ts';

/** Whether this machine can run a Redis of a test's own. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

/** A Redis that a test may kill; it ends by itself after the test file. */
export async function ownRedis(): Promise<{ url: string; kill(): void }> {
  const port = await freePort();
  const redis = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', ''], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const kill = () => void redis.kill('SIGKILL');
  afterFile(kill);
  for await (const line of redis.stdout) if (String(line).includes('Ready to accept')) break;
  return { url: `redis://127.0.0.1:${port}`, kill };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
