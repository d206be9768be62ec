import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { digestOf } from './digest.ts';

/** Something kept aside, and why, in a sentence for staff. */
export interface Held {
  resource: object;
  reason: string;
}

/** Keeps resources whole until a person decides; the same one again is kept once, under its newest reason. */
export async function hold(
  manager: EntityManager,
  organisationId: string,
  held: readonly Held[],
): Promise<void> {
  const once = new Map(held.map((one) => [digestOf(one.resource).toString('hex'), one]));
  if (once.size === 0) return;
  const kept = [...once.values()];
  await manager.query(
    `insert into heldwell.held_resource (id, organisation_id, received_at, reason, resource, digest)
     select n.id, $1, heldwell.now(), n.reason, n.resource::json, n.digest
     from unnest($2::uuid[], $3::text[], $4::text[], $5::bytea[]) n (id, reason, resource, digest)
     on conflict (organisation_id, digest) do update set reason = excluded.reason`,
    [
      organisationId,
      kept.map(() => uuidv7()),
      kept.map(({ reason }) => reason),
      kept.map(({ resource }) => JSON.stringify(resource)),
      [...once.keys()].map((hex) => Buffer.from(hex, 'hex')),
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
