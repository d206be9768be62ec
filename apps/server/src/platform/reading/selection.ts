import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getDirectiveValues,
  getNamedType,
  isCompositeType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { getArgumentValues } from 'graphql/execution/values.js';

export type Variables = Record<string, unknown>;
export type Arguments = Record<string, unknown>;

/** One selected field of one object type, with what is selected beneath it. */
export interface SelectedField {
  name: string;
  /** The name it has in the answer. */
  key: string;
  /** Reads the field's arguments from the variables of an operation. */
  args(variables: Variables): Arguments;
  hasArgs: boolean;
  /** Selections beneath, to be read against the field's own type. */
  sets: readonly SelectionSetNode[];
  type: GraphQLObjectType | undefined;
}

/** What selections are read against: the document's fragments, and the variables that decide @skip and @include. */
export interface Document {
  fragments: Record<string, FragmentDefinitionNode>;
  variables: Variables;
  /** Set when a directive was met: then what is selected depends on the variables. */
  conditional: boolean;
}

export function documentOf(info: GraphQLResolveInfo): Document {
  return { fragments: info.fragments, variables: info.variableValues, conditional: false };
}

/** The selections beneath the field being resolved. */
export function setsOf(info: GraphQLResolveInfo): SelectionSetNode[] {
  return info.fieldNodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));
}

/** Whether the field being resolved is all that its operation asks. */
export function isOnlyField({ operation, path }: GraphQLResolveInfo): boolean {
  const { selections } = operation.selectionSet;
  return path.prev === undefined && selections.length === 1 && selections[0]?.kind === 'Field';
}

/** The fields selected of an object type, in order; the same field under two names is two. */
export function fieldsOf(
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  document: Document,
): SelectedField[] {
  const found = new Map<string, SelectedField & { sets: SelectionSetNode[] }>();
  const visit = (set: SelectionSetNode): void => {
    for (const node of set.selections) {
      if (!isWanted(node, document)) continue;
      if (node.kind === 'Field') addField(type, node, found);
      else {
        const fragment = node.kind === 'FragmentSpread' ? document.fragments[node.name.value] : node;
        if (fragment && covers(fragment.typeCondition?.name.value, type)) visit(fragment.selectionSet);
      }
    }
  };
  for (const set of sets) visit(set);
  return [...found.values()];
}

function addField(
  type: GraphQLObjectType,
  node: FieldNode,
  found: Map<string, SelectedField & { sets: SelectionSetNode[] }>,
): void {
  const name = node.name.value;
  const definition = type.getFields()[name];
  if (!definition) return;
  const key = node.alias?.value ?? name;
  const nested = node.selectionSet ? [node.selectionSet] : [];
  const known = found.get(key);
  if (known) {
    known.sets.push(...nested);
    return;
  }
  const named = getNamedType(definition.type);
  found.set(key, {
    name,
    key,
    args: (variables) => getArgumentValues(definition, node, variables),
    hasArgs: definition.args.length > 0,
    sets: nested,
    type: isCompositeType(named) && isObjectType(named) ? named : undefined,
  });
}

function isWanted(node: Parameters<typeof getDirectiveValues>[1], document: Document): boolean {
  if (!node.directives?.length) return true;
  document.conditional = true;
  const skip = getDirectiveValues(GraphQLSkipDirective, node, document.variables);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, document.variables);
  return skip?.if !== true && include?.if !== false;
}

const covers = (condition: string | undefined, type: GraphQLObjectType): boolean =>
  condition === undefined ||
  condition === type.name ||
  type.getInterfaces().some((anInterface) => anInterface.name === condition);
