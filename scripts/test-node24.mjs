// `npm run test:node24`: the server's tests once more, on Node 24, which is fetched.
import { fetched, runOrExit } from './testing/fetched.mjs';

const program = process.platform === 'win32' ? 'node.exe' : 'node';
const node = fetched('node@24', `node/bin/${program}`);

runOrExit(node, ['scripts/test.mjs', '--only=apps/server', ...process.argv.slice(2)]);
