import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { buildSchema, type DocumentNode, type GraphQLSchema, validate } from 'graphql';

let schema: GraphQLSchema | undefined;

function checkedInSchema(): GraphQLSchema {
  const path = createRequire(import.meta.url).resolve('@heldwell/schema/schema.graphql');
  schema ??= buildSchema(readFileSync(path, 'utf8'));
  return schema;
}

/** Throws when the checked-in schema would refuse this document: the types of an operation do not say everything. */
export function checkDocument(document: DocumentNode): void {
  const problems = validate(checkedInSchema(), document);
  if (problems.length > 0) throw new Error(problems.map((problem) => problem.message).join('\n'));
}
