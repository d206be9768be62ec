// `npm start`: from a fresh checkout to a running Heldwell. Plain Node: nothing is installed yet when this runs.
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { stopChildrenOnSignals } from './toolchain/child.mjs';
import { endWithParent } from './toolchain/parent.mjs';
import { build, install } from './toolchain/prepare.mjs';
import { dataDir, ROOT } from './toolchain/root.mjs';
import { orStop, Stop } from './toolchain/stop.mjs';
import { checkNode } from './toolchain/supported-node.mjs';

const MAIN = path.join(ROOT, 'apps/server/dist/main.js');

await orStop(async () => {
  checkNode();
  endWithParent();
  process.env.DATA_DIR = dataDir();
  // Asked before the long work: whoever has to free a port should not wait a minute to hear it.
  await checkPort(portOf(process.env.PORT || '4000'), process.env.HOST || '127.0.0.1');
  checkWritable(process.env.DATA_DIR);
  const release = stopChildrenOnSignals();
  await install();
  await build();
  if (!existsSync(MAIN)) throw new Stop(`The build left no ${path.relative(ROOT, MAIN)}.`);
  release();
});

// In this very process: a signal, even kill -9, then meets the server itself and its exit code is ours.
process.chdir(ROOT);
process.argv[1] = MAIN;
process.setSourceMapsEnabled(true);
await import(pathToFileURL(MAIN).href);

function portOf(text) {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535)
    throw new Stop(`The setting PORT is “${text}”; it takes a port from 1 to 65535.`);
  return port;
}

function checkPort(port, host) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      const why =
        error.code === 'EADDRINUSE' ? 'is taken' : `cannot be opened (${error.code ?? error.message})`;
      reject(new Stop(`Port ${port} ${why}: stop the program that uses it, or choose another with PORT.`));
    });
    probe.listen(port, host, () => probe.close(resolve));
  });
}

function checkWritable(folder) {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new Stop(
      `The data folder ${folder} cannot be written (${error.code}): choose another with DATA_DIR.`,
    );
  }
}

/** One level at a time: `recursive` never returns on a file system such as /proc. */
function makeFolder(folder) {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  mkdirSync(folder);
}
