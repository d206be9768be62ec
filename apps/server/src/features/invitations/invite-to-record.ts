import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { newToken, tokenHash } from '../../platform/secrets.ts';
import { INVITATION_DAYS } from './invite-carer.service.ts';

export type RecordInvitation =
  | { is: 'INVITED' /** Path of the link, shown only now. */; link: string; name: string; expiresAt: Date }
  | { is: 'NO_RECORD' }
  | { is: 'TAKEN'; name: string };

/**
 * Invites a person to take up the record that was made for them, after staff have checked who they are. Earlier links
 * that were not used stop working.
 */
export async function inviteToRecord(
  manager: EntityManager,
  { patientId, email, checkedBy }: { patientId: string; email: string; checkedBy: string },
): Promise<RecordInvitation> {
  const [record] = await manager.query<{ name: string; taken: boolean }[]>(
    `select trim(given_name || ' ' || family_name) as name, person_id is not null as taken
     from heldwell.patient where id = $1`,
    [patientId],
  );
  if (!record) return { is: 'NO_RECORD' };
  if (record.taken) return { is: 'TAKEN', name: record.name };
  await manager.query(
    `update heldwell.invitation set withdrawn_at = heldwell.now()
     where patient_id = $1 and kind = 'TAKE_UP_RECORD' and accepted_at is null and withdrawn_at is null`,
    [patientId],
  );
  const code = newToken();
  const [made] = await manager.query<{ expires_at: Date }[]>(
    `insert into heldwell.invitation (patient_id, id, kind, code_hash, name, email, labels, rights, invited_by, created_at, expires_at)
     values ($1, $2, 'TAKE_UP_RECORD', $3, $4, $5, '{}', '{}', $6, heldwell.now(), heldwell.now() + make_interval(days => $7))
     returning expires_at`,
    [patientId, uuidv7(), tokenHash(code), record.name, email.trim(), checkedBy.trim(), INVITATION_DAYS],
  );
  if (!made) throw new Error('The invitation was not stored.');
  const link = `/patient/invitation/${code}`;
  return { is: 'INVITED', link, name: record.name, expiresAt: made.expires_at };
}
