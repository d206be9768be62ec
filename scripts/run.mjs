// `npm run NAME -- …`: the one way into every command, also on a machine that has only Node.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { COMMANDS } from './commands.mjs';
import { stopChildrenOnSignals } from './toolchain/child.mjs';
import { endWithParent } from './toolchain/parent.mjs';
import { build, findPnpm, install, toolEnvironment } from './toolchain/prepare.mjs';
import { dataDir, ROOT } from './toolchain/root.mjs';
import { orStop, Stop } from './toolchain/stop.mjs';
import { checkNode } from './toolchain/supported-node.mjs';

const [name, ...args] = process.argv.slice(2);

process.exitCode = await orStop(async () => {
  checkNode();
  endWithParent();
  const command = COMMANDS[name];
  if (!command)
    throw new Stop(
      `There is no command ${name ?? '(none named)'}: choose one of ${Object.keys(COMMANDS).join(', ')}.`,
    );
  const release = stopChildrenOnSignals();
  await install({ quiet: true });
  if (command.needs === 'build') await build({ quiet: true });
  release();
  return command.tool ? runTool(command.tool) : runFile(command.file, command.named ? [name] : []);
});

function runFile(file, leading) {
  const program = path.join(ROOT, file);
  if (!existsSync(program)) throw new Stop(`The build left no ${file}.`);
  // npm and pnpm change to the root; INIT_CWD is where the person typed the command.
  const cwd = file.startsWith('scripts/') ? ROOT : process.env.INIT_CWD || process.cwd();
  const env = { ...process.env, DATA_DIR: dataDir() };
  return passThrough(process.execPath, ['--enable-source-maps', program, ...leading, ...args], { cwd, env });
}

async function runTool(tool) {
  const [program, leading] = await findPnpm();
  return passThrough(program, [...leading, 'exec', ...tool, ...args], { cwd: ROOT, env: toolEnvironment() });
}

function passThrough(program, programArgs, { cwd, env }) {
  return new Promise((resolve) => {
    const child = spawn(program, programArgs, { cwd, env, stdio: 'inherit' });
    const forward = (signal) => child.kill(signal);
    // Ctrl-C reaches the child from the terminal by itself; we only wait for it to finish its stopping.
    process.on('SIGINT', () => {});
    process.on('SIGTERM', forward);
    process.on('SIGHUP', forward);
    child.once('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}
