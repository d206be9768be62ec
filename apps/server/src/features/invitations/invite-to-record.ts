import { uuidv7 } from 'uuidv7';
import type { SystemRuns } from '../../platform/as-system.ts';
import { SystemKeys } from '../../platform/sealing/system-keys.ts';
import { newToken, tokenHash } from '../../platform/secrets.ts';
import { emailHash } from '../sign-in/index.ts';
import { INVITATION_DAYS } from './invite-carer.service.ts';
import { sealInvited } from './sealed-email.ts';

export type RecordInvitation =
  | { is: 'INVITED' /** Path of the link, shown only now. */; link: string; name: string; expiresAt: Date }
  | { is: 'NO_RECORD' }
  | { is: 'TAKEN'; name: string };

/**
 * Invites a person to take up the record that was made for them, after staff have checked who they are. Earlier links
 * that were not used stop working.
 */
export async function inviteToRecord(
  runs: SystemRuns,
  { patientId, email, checkedBy }: { patientId: string; email: string; checkedBy: string },
): Promise<RecordInvitation> {
  const [record] = await runs.query<{ name: string; taken: boolean }>({
    text: `select trim(given_name || ' ' || family_name) as name, person_id is not null as taken
     from heldwell.patient where id = $1`,
    values: [patientId],
  });
  if (!record) return { is: 'NO_RECORD' };
  if (record.taken) return { is: 'TAKEN', name: record.name };
  await runs.query({
    text: `update heldwell.invitation set withdrawn_at = heldwell.now()
     where patient_id = $1 and kind = 'TAKE_UP_RECORD' and accepted_at is null and withdrawn_at is null`,
    values: [patientId],
  });
  const code = newToken();
  const invitation = { patient: patientId, row: uuidv7() };
  const keys = await new SystemKeys(runs.sealing, runs).ofSystem('PEOPLE');
  const address = email.trim();
  const [made] = await runs.query<{ expires_at: Date }>({
    text: `insert into heldwell.invitation (patient_id, id, kind, code_hash, name, email, email_hash, labels, rights, invited_by,
       created_at, expires_at)
     values ($1, $2, 'TAKE_UP_RECORD', $3, $4, $5, $6, '{}', '{}', $7, heldwell.now(), heldwell.now() + make_interval(days => $8))
     returning expires_at`,
    values: [
      ...[
        patientId,
        invitation.row,
        tokenHash(code),
        record.name,
        sealInvited(keys, invitation.row, address),
      ],
      ...[emailHash(runs.sealing, address), checkedBy.trim(), INVITATION_DAYS],
    ],
  });
  if (!made) throw new Error('The invitation was not stored.');
  const link = `/patient/invitation/${code}`;
  return { is: 'INVITED', link, name: record.name, expiresAt: made.expires_at };
}
