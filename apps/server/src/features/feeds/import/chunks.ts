import type { ResourceReading } from '../fhir/bundle-reading.ts';
import { weightOf } from './entry-row.ts';

const MOST_ITEMS = 1_000;
/** Documents are heavy: a statement carries at most about so many bytes of them. */
const MOST_BYTES = 8_000_000;

/** Groups of resources small enough for one statement, none with the same entry twice; in order. */
export async function* chunksOf(items: AsyncIterable<ResourceReading>): AsyncGenerator<ResourceReading[]> {
  let chunk: ResourceReading[] = [];
  let bytes = 0;
  const keys = new Set<string>();
  for await (const item of items) {
    const key = item.outcome === 'ENTRY' ? `${item.draft.resourceType} ${item.draft.sourceKey}` : null;
    if (chunk.length === MOST_ITEMS || bytes > MOST_BYTES || (key && keys.has(key))) {
      yield chunk;
      chunk = [];
      bytes = 0;
      keys.clear();
    }
    chunk.push(item);
    if (key) keys.add(key);
    if (item.outcome === 'ENTRY') bytes += weightOf(item.draft);
  }
  if (chunk.length > 0) yield chunk;
}
