import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runCollected } from './child.mjs';
import { ROOT, rootPackage } from './root.mjs';
import { Stop } from './stop.mjs';

const STAMP = path.join(ROOT, 'node_modules/.installed-lockfile');
const TICK_SECONDS = 10;
const TAIL_LINES = 40;

/** Installs what the lockfile names, unless it is installed already. */
export async function install({ quiet = false } = {}) {
  const wanted = lockfileDigest();
  // An install for production alone leaves the stamp true and the compilers out.
  const complete = ['.modules.yaml', '.bin/turbo'].every((file) =>
    existsSync(path.join(ROOT, 'node_modules', file)),
  );
  if (complete && readStamp() === wanted) return;
  await step('Installing packages', ['install', '--frozen-lockfile', '--config.confirmModulesPurge=false'], {
    quiet,
  });
  writeFileSync(STAMP, wanted);
}

/** Builds the server and the web apps; parts whose sources have not changed come out of turbo's cache. */
export async function build({ quiet = false } = {}) {
  await step('Building', ['exec', 'turbo', 'run', 'build', '--output-logs=new-only'], { quiet });
}

/** Runs pnpm of the pinned version: the one on the machine if it is that, else by npx. */
async function pnpm(args, options = {}) {
  const [program, leading] = await findPnpm();
  return runCollected(program, [...leading, ...args], {
    ...options,
    env: { ...toolEnvironment(), ...options.env },
  });
}

let found;

/** The program and leading arguments that run the pinned pnpm. */
export function findPnpm() {
  found ??= (async () => {
    const pin = rootPackage.packageManager.split('@')[1];
    const present = await runCollected('pnpm', ['--version'], { env: toolEnvironment() });
    if (present.code === 0 && present.output.trim().split('\n').at(-1) === pin) return ['pnpm', []];
    return [process.platform === 'win32' ? 'npx.cmd' : 'npx', ['--yes', `pnpm@${pin}`]];
  })();
  return found;
}

/** NODE_ENV=production is meant for the server: with it pnpm would leave out the compilers. */
export function toolEnvironment() {
  const { NODE_ENV: _, ...rest } = process.env;
  return {
    ...rest,
    TURBO_TELEMETRY_DISABLED: '1',
    NO_UPDATE_NOTIFIER: '1',
    npm_config_update_notifier: 'false',
  };
}

async function step(title, args, { quiet }) {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  if (!quiet) console.log(`${title} …`);
  const tick = setInterval(() => console.error(`${title} … ${seconds()} s`), TICK_SECONDS * 1000);
  const { code, output } = await pnpm(args).finally(() => clearInterval(tick));
  if (code !== 0) {
    console.error(output.trim().split('\n').slice(-TAIL_LINES).join('\n'));
    throw new Stop(`${title} failed after ${seconds()} s; the lines above say why.`);
  }
  if (!quiet) console.log(`${title} … done in ${seconds()} s`);
}

function lockfileDigest() {
  const digest = createHash('sha256');
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml'])
    digest.update(readFileSync(path.join(ROOT, file)));
  return digest.digest('hex');
}

function readStamp() {
  return existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : undefined;
}
