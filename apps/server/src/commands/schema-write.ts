import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { collectRegistered } from '../api/documents/collect-registered.ts';
import { REGISTER } from '../api/documents/registered.ts';
import { buildBareSchema, printedSchema } from '../api/schema.ts';
import type { Command } from './command.ts';

/** The same paths from `src` and from `dist`. */
const FILE = fileURLToPath(new URL('../../../../packages/schema/schema.graphql', import.meta.url));
const CLIENT = fileURLToPath(new URL('../../../../packages/client/', import.meta.url));

/** Writes the schema, the types that the client's documents are checked by, and which documents the apps send. */
export const schemaWrite: Command = ({ print }) => {
  writeFileSync(FILE, printedSchema(buildBareSchema()));
  print('Written: packages/schema/schema.graphql');
  execFileSync(`${CLIENT}node_modules/.bin/gql.tada`, ['generate-output', '--tsconfig', 'tsconfig.json'], {
    cwd: CLIENT,
  });
  print('Written: packages/client/src/graphql-env.d.ts');
  const lines = collectRegistered().map((line) => `  ${JSON.stringify(line)}`);
  writeFileSync(REGISTER, `[\n${lines.join(',\n')}\n]\n`);
  print('Written: packages/schema/registered-documents.json');
  return Promise.resolve(0);
};
