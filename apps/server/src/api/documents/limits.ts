import { type DocumentNode, GraphQLError, type SelectionNode } from 'graphql';
import { type DocumentSize, sizeOf } from './document-size.ts';
import { introspectionIn } from './introspection.ts';

/** What a document may hold at most, fragments put in their places. */
export interface Bounds extends DocumentSize {
  /** The parser stops there. */
  tokens: number;
  /** Rows it may bring, times what is asked of each. A page of 100 rows of 40 fields costs 4,000. */
  cost: number;
}

/** The apps' largest documents stay well below half. */
export const BOUNDS: Bounds = {
  ...{ depth: 14, fields: 800, aliases: 30, directives: 20, repeats: 5 },
  ...{ tokens: 4_000, cost: 20_000 },
};

const SAYS: Record<keyof DocumentSize, string> = {
  depth: 'is nested',
  fields: 'asks for this many fields:',
  aliases: 'renames this many fields:',
  directives: 'has this many directives:',
  repeats: 'repeats a field this many times:',
};

/** A document that asks for too much, with the bound it crosses. */
export const tooComplex = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'TOO_COMPLEX' } });

/** The first bound a document crosses; undefined when it keeps all. Introspection has a rule of its own for depth. */
export function limitCrossed(document: DocumentNode, bounds: Bounds): GraphQLError | undefined {
  const size = sizeOf(document);
  const introspects = introspectionIn(document) === 'ALL';
  for (const [name, says] of Object.entries(SAYS) as [keyof DocumentSize, string][]) {
    if (size[name] <= bounds[name] || (name === 'depth' && introspects)) continue;
    return tooComplex(`The operation ${says} ${size[name]}; at most ${bounds[name]} are answered.`);
  }
  return undefined;
}

/**
 * Whether a document asks for nothing but names of types, as probes of a server's health and audits of its protocol do:
 * the schema is no secret, and what could be drawn from this is whether a type has a name.
 */
export const asksNothing = (document: DocumentNode): boolean =>
  document.definitions.every(
    (definition) =>
      definition.kind === 'OperationDefinition' &&
      definition.operation === 'query' &&
      definition.selectionSet.selections.every((node) => isName(node, '__typename') || isTypeOfName(node)),
  );

const isName = (node: SelectionNode, ...names: string[]): boolean =>
  node.kind === 'Field' && names.includes(node.name.value);

const isTypeOfName = (node: SelectionNode): boolean =>
  node.kind === 'Field' &&
  node.name.value === '__type' &&
  (node.selectionSet?.selections ?? []).every((inner) => isName(inner, 'name', '__typename'));
