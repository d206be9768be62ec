import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { Binding } from '../../../platform/sealing/sealed-blob.ts';
import { NO_RECORD } from '../../../platform/sealing/system-key.ts';
import { digestOf } from './digest.ts';
import type { Storing } from './storing.ts';

/** Something kept aside, and why, in a sentence for staff. */
export interface Held {
  resource: object;
  reason: string;
}

/** What is held belongs to no record yet. */
export const heldBinding = (id: string): Binding => ({
  place: 'held_resource.resource',
  row: id,
  patient: NO_RECORD,
  label: 'HELD',
});

/** Keeps resources whole until a person decides; the same one again is kept once, under its newest reason. */
export async function hold(
  { manager, keys }: Storing,
  organisationId: string,
  held: readonly Held[],
): Promise<void> {
  const once = new Map(held.map((one) => [digestOf(one.resource, keys.sealing).toString('hex'), one]));
  if (once.size === 0) return;
  const kept = [...once.values()].map((one) => ({ ...one, id: uuidv7() }));
  await keys.ofSystem('HELD');
  await manager.query(
    `insert into heldwell.held_resource (id, organisation_id, received_at, reason, resource, digest, resource_type)
     select n.id, $1, heldwell.now(), n.reason, n.resource, n.digest, n.type
     from unnest($2::uuid[], $3::text[], $4::bytea[], $5::bytea[], $6::text[]) n (id, reason, resource, digest, type)
     on conflict (organisation_id, digest) do update set reason = excluded.reason`,
    [
      organisationId,
      kept.map(({ id }) => id),
      kept.map(({ reason }) => reason),
      kept.map(({ id, resource }) => keys.seal(heldBinding(id), resource)),
      [...once.keys()].map((hex) => Buffer.from(hex, 'hex')),
      kept.map(({ resource }) => (resource as { resourceType?: string }).resourceType ?? ''),
    ],
  );
}

/** What belongs to a record now is held no longer. */
export async function release(
  manager: EntityManager,
  organisationId: string,
  digests: readonly Buffer[],
): Promise<void> {
  await manager.query(
    'delete from heldwell.held_resource where organisation_id = $1 and digest = any ($2::bytea[])',
    [organisationId, digests],
  );
}
