import type { DocumentNode, FragmentDefinitionNode, SelectionSetNode } from 'graphql';

/**
 * How much of a document asks about the schema itself, whatever fragments it is hidden in: nothing, some, or all there is.
 * Some is refused like all to whoever may not, and held to every bound like none.
 */
export function introspectionIn(document: DocumentNode): 'NONE' | 'SOME' | 'ALL' {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === 'FragmentDefinition') fragments.set(definition.name.value, definition);
  const names = new Set<string>();
  const seen = new Set<string>();
  // Each fragment once: those that spread each other come to an end.
  const gather = ({ selections }: SelectionSetNode): void => {
    for (const node of selections) {
      if (node.kind === 'Field') names.add(node.name.value);
      else if (node.kind === 'InlineFragment') gather(node.selectionSet);
      else if (!seen.has(node.name.value)) {
        seen.add(node.name.value);
        const fragment = fragments.get(node.name.value);
        if (fragment) gather(fragment.selectionSet);
      }
    }
  };
  for (const definition of document.definitions)
    if (definition.kind === 'OperationDefinition') gather(definition.selectionSet);
  if (!names.has('__schema') && !names.has('__type')) return 'NONE';
  return [...names].every((name) => /^__(schema|type|typename)$/.test(name)) ? 'ALL' : 'SOME';
}
