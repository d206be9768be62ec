// `npm run test:node24`: all tests once more, on Node 24, which is fetched.
import path from 'node:path';
import { fetched, runOrExit } from './testing/fetched.mjs';

const program = process.platform === 'win32' ? 'node.exe' : 'node';
const node = fetched('node@24', `node/bin/${program}`);

// What the tests start by name is to be that Node as well.
const PATH = [path.dirname(node), process.env.PATH].join(path.delimiter);
runOrExit(node, ['scripts/test.mjs', ...process.argv.slice(2)], { PATH });
