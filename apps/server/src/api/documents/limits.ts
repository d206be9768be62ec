import { type DocumentNode, GraphQLError } from 'graphql';
import { type DocumentSize, sizeOf } from './document-size.ts';

/** Most tokens a document may have; the parser stops there. */
export const MOST_TOKENS = 4_000;

/** What a document may hold at most, fragments put in their places; the apps' largest stay well below half. */
const MOST: Record<keyof DocumentSize, { most: number; says: string }> = {
  depth: { most: 14, says: 'is nested' },
  fields: { most: 800, says: 'asks for this many fields:' },
  aliases: { most: 30, says: 'renames this many fields:' },
  directives: { most: 20, says: 'has this many directives:' },
  repeats: { most: 5, says: 'repeats a field this many times:' },
};

/** A document that asks for too much, with the bound it crosses. */
export const tooComplex = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'TOO_COMPLEX' } });

/** The first bound a document crosses; undefined when it keeps all. Introspection has a rule of its own for depth. */
export function limitCrossed(document: DocumentNode): GraphQLError | undefined {
  const size = sizeOf(document);
  const introspects = isIntrospective(document);
  for (const [name, { most, says }] of Object.entries(MOST)) {
    const is = size[name as keyof DocumentSize];
    if (is <= most || (name === 'depth' && introspects)) continue;
    return tooComplex(`The operation ${says} ${is}; at most ${most} are answered.`);
  }
  return undefined;
}

/** Whether a document asks about the schema itself. */
export const isIntrospective = (document: DocumentNode): boolean =>
  document.definitions.some(
    (definition) =>
      definition.kind === 'OperationDefinition' &&
      definition.selectionSet.selections.some(
        (node) => node.kind === 'Field' && /^__(schema|type)$/.test(node.name.value),
      ),
  );

/** Whether a document asks for nothing but type names, as probes of a server's health do. */
export const asksNothing = (document: DocumentNode): boolean =>
  document.definitions.every(
    (definition) =>
      definition.kind === 'OperationDefinition' &&
      definition.operation === 'query' &&
      definition.selectionSet.selections.every(
        (node) => node.kind === 'Field' && node.name.value === '__typename',
      ),
  );
