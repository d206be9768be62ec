import type { Sealing } from '../../../platform/sealing/sealing.ts';

/** What servers change in `meta` without changing what the resource says. */
const BOOKKEEPING = new Set(['lastUpdated', 'versionId', 'source']);

interface Stamped {
  meta?: { lastUpdated?: string | undefined };
}

/** Keyed hash of what a resource says, whatever the order of its members. */
export const digestOf = (resource: object, sealing: Sealing): Buffer =>
  sealing.lookup('RESOURCE', canonical(resource, true));

function canonical(value: unknown, isRoot = false): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(isRoot ? withoutBookkeeping({ ...value }) : value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`);
  return `{${members.join(',')}}`;
}

/** A `meta` that says nothing else is as good as none. */
function withoutBookkeeping({ meta, ...said }: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.entries(meta ?? {}).filter(([name]) => !BOOKKEEPING.has(name));
  return kept.length > 0 ? { ...said, meta: Object.fromEntries(kept) } : said;
}

/** When the sender last changed the resource, by its own clock; null where it does not say. */
export function sourceTimeOf({ meta }: Stamped): string | null {
  const time = meta?.lastUpdated ? Date.parse(meta.lastUpdated) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
