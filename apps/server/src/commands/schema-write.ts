import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildBareSchema, printedSchema } from '../api/schema.ts';
import { runCommand } from './run-command.ts';

/** The same path from `src` and from `dist`. */
const FILE = fileURLToPath(new URL('../../../../packages/schema/schema.graphql', import.meta.url));

await runCommand(({ print }) => {
  writeFileSync(FILE, printedSchema(buildBareSchema()));
  print('Written: packages/schema/schema.graphql');
  return Promise.resolve(0);
});
