import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { newToken, tokenHash } from '../../platform/secrets.ts';
import { findSender, type Sender } from './import/sender.ts';

/** Makes a bearer key by which an organisation's systems send FHIR. It is shown now and stored only as a hash. */
export async function makeFeedKey(
  manager: EntityManager,
  wanted: { ods: string; name?: string | undefined },
): Promise<{ key: string; organisation: Sender['organisation'] }> {
  const { organisation } = await findSender(manager, wanted);
  const key = `hwf_${newToken()}`;
  await manager.query(
    'insert into heldwell.feed_key (id, organisation_id, key_hash, created_at) values ($1, $2, $3, heldwell.now())',
    [uuidv7(), organisation.id, tokenHash(key)],
  );
  return { key, organisation };
}

/** Makes every key of an organisation useless; how many there were. */
export async function revokeFeedKeys(
  manager: EntityManager,
  ods: string,
): Promise<{ revoked: number; organisation: Sender['organisation'] }> {
  const { organisation } = await findSender(manager, { ods });
  const [rows] = await manager.query<[unknown[], number]>(
    'update heldwell.feed_key set revoked_at = heldwell.now() where organisation_id = $1 and revoked_at is null returning id',
    [organisation.id],
  );
  return { revoked: rows.length, organisation };
}

/** The ODS code of the organisation a key is for; undefined for a key that is unknown or revoked. */
export async function senderOfKey(manager: EntityManager, key: string): Promise<string | undefined> {
  const rows = await manager.query<{ ods_code: string }[]>(
    `select o.ods_code from heldwell.feed_key k join heldwell.organisation o on o.id = k.organisation_id
     where k.key_hash = $1 and k.revoked_at is null`,
    [tokenHash(key)],
  );
  return rows[0]?.ods_code;
}
