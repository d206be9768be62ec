import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';

/** How large a document is with every fragment put in its place. */
export interface DocumentSize {
  /** Deepest nesting of fields. */
  depth: number;
  /** Fields in all. */
  fields: number;
  /** Fields under another name than their own. */
  aliases: number;
  /** Directives on anything. */
  directives: number;
  /** How often the most repeated field stands in one selection under one name. */
  repeats: number;
}

const NOTHING: DocumentSize = { depth: 0, fields: 0, aliases: 0, directives: 0, repeats: 0 };

/**
 * Measures a parsed document. Each fragment is measured once, however often it is spread, so that fragments which double
 * each other cost nothing to refuse; a cycle is left to validation, which reports it.
 */
export function sizeOf(document: DocumentNode): DocumentSize {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const operations: OperationDefinitionNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === 'FragmentDefinition') fragments.set(definition.name.value, definition);
    if (definition.kind === 'OperationDefinition') operations.push(definition);
  }
  const measure = new Measure(fragments);
  return operations.map((operation) => measure.ofOperation(operation)).reduce(beside, NOTHING);
}

class Measure {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly measured = new Map<string, DocumentSize>();

  constructor(fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
    this.fragments = fragments;
  }

  ofOperation(operation: OperationDefinitionNode): DocumentSize {
    const own = { ...NOTHING, directives: operation.directives?.length ?? 0 };
    return beside(own, this.ofSelection(operation.selectionSet));
  }

  private ofSelection(set: SelectionSetNode): DocumentSize {
    let size = NOTHING;
    const names = new Map<string, number>();
    for (const node of set.selections) {
      const directives = node.directives?.length ?? 0;
      if (node.kind === 'Field') {
        const name = node.alias?.value ?? node.name.value;
        names.set(name, (names.get(name) ?? 0) + 1);
      }
      const inside =
        node.kind === 'Field'
          ? this.ofField(node)
          : node.kind === 'InlineFragment'
            ? this.ofSelection(node.selectionSet)
            : this.ofFragment(node.name.value);
      size = beside(size, { ...inside, directives: inside.directives + directives });
    }
    return { ...size, repeats: Math.max(size.repeats, ...names.values()) };
  }

  private ofField(field: FieldNode): DocumentSize {
    const inside = field.selectionSet ? this.ofSelection(field.selectionSet) : NOTHING;
    return {
      ...inside,
      depth: 1 + inside.depth,
      fields: 1 + inside.fields,
      aliases: inside.aliases + (field.alias && field.alias.value !== field.name.value ? 1 : 0),
    };
  }

  private ofFragment(name: string): DocumentSize {
    const known = this.measured.get(name);
    if (known) return known;
    const fragment = this.fragments.get(name);
    if (!fragment) return NOTHING;
    // Until it is measured it counts as nothing, which ends a cycle.
    this.measured.set(name, NOTHING);
    const size = this.ofSelection(fragment.selectionSet);
    this.measured.set(name, size);
    return size;
  }
}

const beside = (one: DocumentSize, other: DocumentSize): DocumentSize => ({
  depth: Math.max(one.depth, other.depth),
  fields: one.fields + other.fields,
  aliases: one.aliases + other.aliases,
  directives: one.directives + other.directives,
  repeats: Math.max(one.repeats, other.repeats),
});
