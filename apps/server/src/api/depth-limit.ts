import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  GraphQLError,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/** Deepest nesting of fields in a document; the apps need nine. */
const DEEPEST = 14;

/** A validation rule: refuses documents nested deeper than anything the record holds. Introspection may go deeper. */
export function depthLimit(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      const depth = depthOf(operation.selectionSet, context, new Set());
      if (depth > DEEPEST) {
        const message = `The operation is nested ${depth} deep; at most ${DEEPEST} are answered.`;
        context.reportError(
          new GraphQLError(message, { nodes: operation, extensions: { code: 'TOO_COMPLEX' } }),
        );
      }
    },
  };
}

function depthOf(
  set: SelectionSetNode,
  context: ValidationContext,
  inside: Set<FragmentDefinitionNode>,
): number {
  let deepest = 0;
  for (const node of set.selections) {
    if (node.kind === 'Field') {
      const nested =
        node.selectionSet && !node.name.value.startsWith('__')
          ? depthOf(node.selectionSet, context, inside)
          : 0;
      deepest = Math.max(deepest, 1 + nested);
    } else if (node.kind === 'InlineFragment') {
      deepest = Math.max(deepest, depthOf(node.selectionSet, context, inside));
    } else {
      const fragment = context.getFragment(node.name.value);
      // A cycle is another rule's to report.
      if (!fragment || inside.has(fragment)) continue;
      deepest = Math.max(deepest, depthOf(fragment.selectionSet, context, new Set([...inside, fragment])));
    }
  }
  return deepest;
}
