import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const dist = (file: string) => fileURLToPath(new URL(`../../server/dist/${file}`, import.meta.url));

/** A built program of the server under way, with what it has printed so far. */
export interface Running {
  child: ChildProcess;
  /** Both of its streams, in the order of arrival. */
  printed(): string;
  /** The exit code once it is over; null where a signal ended it. */
  over: Promise<number | null>;
}

/** Starts a built program with these settings and none of the caller's own. */
export function startProgram(file: string, args: string[], settings: Record<string, string>): Running {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['--enable-source-maps', dist(file), ...args], {
    env: { PATH, HOME, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const note = (chunk: Buffer) => {
    text += chunk.toString();
  };
  child.stdout.on('data', note);
  child.stderr.on('data', note);
  const over = once(child, 'close').then(([code]) => code as number | null);
  return { child, printed: () => text, over };
}
