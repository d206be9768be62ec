import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';

/** Notes every field of an answer that held something, as `Type.field`. */
export function noteSeen(schema: GraphQLSchema, text: string, answer: string, seen: Set<string>): void {
  const data = (JSON.parse(answer) as { data?: Tree | null }).data;
  const operation = documentOf(text).definitions[0];
  if (!data || operation?.kind !== Kind.OPERATION_DEFINITION) return;
  const root = schema.getRootType(operation.operation);
  if (root) walk(data, operation.selectionSet, root.name);

  function walk(value: unknown, set: SelectionSetNode, typeName: string): void {
    if (Array.isArray(value)) {
      for (const one of value) walk(one, set, typeName);
      return;
    }
    if (value === null || typeof value !== 'object') return;
    const tree = value as Tree;
    const name = typeof tree.__typename === 'string' ? tree.__typename : typeName;
    const type = schema.getType(name);
    if (!isObjectType(type)) return;
    for (const node of set.selections) {
      if (node.kind === Kind.INLINE_FRAGMENT) {
        if (node.typeCondition?.name.value === name) walk(value, node.selectionSet, name);
      } else if (node.kind === Kind.FIELD && node.name.value !== '__typename') {
        const held = tree[node.alias?.value ?? node.name.value];
        const field = type.getFields()[node.name.value];
        if (!field || isNothing(held)) continue;
        seen.add(`${name}.${field.name}`);
        if (node.selectionSet) walk(held, node.selectionSet, getNamedType(field.type).name);
      }
    }
  }
}

type Tree = Record<string, unknown>;
const isNothing = (held: unknown): boolean =>
  held === null || held === undefined || (Array.isArray(held) && held.length === 0);

const documents = new Map<string, DocumentNode>();
function documentOf(text: string): DocumentNode {
  const known = documents.get(text) ?? parse(text);
  documents.set(text, known);
  return known;
}
