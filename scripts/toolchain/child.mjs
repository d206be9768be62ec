import { spawn } from 'node:child_process';
import { ROOT } from './root.mjs';

const running = new Set();

/**
 * Runs a program in its own process group and collects what it prints. When we are told to stop, the whole group is
 * stopped first: compilers and package managers start processes of their own, which a signal to them alone leaves behind.
 */
export function runCollected(program, args, { env = process.env, cwd = ROOT, onOutput } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    let output = '';
    const collect = (chunk) => {
      output += chunk;
      onOutput?.(chunk);
    };
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    const finish = (code) => {
      running.delete(child);
      resolve({ code, output });
    };
    child.once('error', (error) => {
      output += error.message;
      finish(127);
    });
    child.once('close', (code) => finish(code ?? 1));
  });
}

const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
const handlers = new Map();

/** From here on a signal stops what `runCollected` runs, and then us. Returns the undoing of it. */
export function stopChildrenOnSignals() {
  for (const [signal, code] of Object.entries(EXIT_CODES)) {
    const handler = () => {
      for (const child of running) {
        try {
          process.kill(-child.pid, 'SIGTERM');
        } catch {
          // It ended by itself in the meantime.
        }
      }
      process.exit(code);
    };
    handlers.set(signal, handler);
    process.on(signal, handler);
  }
  return () => {
    for (const [signal, handler] of handlers) process.off(signal, handler);
  };
}
