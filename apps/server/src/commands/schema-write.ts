import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { collectRegistered } from '../api/documents/collect-registered.ts';
import { REGISTER } from '../api/documents/registered.ts';
import { buildBareSchema, printedSchema } from '../api/schema.ts';
import { type Command } from './command.ts';

/** The same path from `src` and from `dist`. */
const FILE = fileURLToPath(new URL('../../../../packages/schema/schema.graphql', import.meta.url));

export const schemaWrite: Command = ({ print }) => {
  writeFileSync(FILE, printedSchema(buildBareSchema()));
  print('Written: packages/schema/schema.graphql');
  const lines = collectRegistered().map((line) => `  ${JSON.stringify(line)}`);
  writeFileSync(REGISTER, `[\n${lines.join(',\n')}\n]\n`);
  print('Written: packages/schema/registered-documents.json');
  return Promise.resolve(0);
};
