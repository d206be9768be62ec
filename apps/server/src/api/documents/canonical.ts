import { createHash } from 'node:crypto';
import { type DocumentNode, print, visit } from 'graphql';

/**
 * What a registered document is known by: SHA-256, in hexadecimal, of its definitions in the order of their names,
 * printed, without the type names that clients add and without fragments said twice.
 */
export function canonicalHash(document: DocumentNode): string {
  const bare = visit(document, {
    Field: (node) => (node.name.value === '__typename' && !node.alias ? null : undefined),
  });
  const texts = new Set(bare.definitions.map((definition) => print(definition)));
  return createHash('sha256')
    .update([...texts].sort().join('\n'))
    .digest('hex');
}
