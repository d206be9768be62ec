import { uuidv7 } from 'uuidv7';
import type { SystemRuns } from '../../platform/as-system.ts';
import { SystemKeys } from '../../platform/sealing/system-keys.ts';
import { newToken, tokenHash } from '../../platform/secrets.ts';
import { postMail } from '../mail/index.ts';
import { isOldEnough } from '../registration/index.ts';
import { emailHash } from '../sign-in/index.ts';
import { recordInvitationMail } from './invitation-mail.ts';
import { INVITATION_DAYS } from './invite-carer.service.ts';
import { sealInvited } from './sealed-email.ts';

export type RecordInvitation =
  | { is: 'INVITED' /** Path of the link, told only now. */; link: string; name: string; expiresAt: Date }
  | { is: 'NO_RECORD' }
  | { is: 'UNDER_16'; name: string }
  | { is: 'DECEASED'; name: string }
  | { is: 'TAKEN'; name: string };

/** Who is invited to which record, and by whom. */
export interface InvitedToRecord {
  patientId: string;
  email: string;
  /** The name of the staff who invites. */
  checkedBy: string;
  /** Whether they have checked who the person is: then the link opens the record. Else the person begins, and is checked later. */
  vouched?: boolean;
  /** The organisation that invites; none for the command line. */
  organisationId?: string | null;
  /** Whether the link is mailed in this transaction. */
  byMail?: boolean;
}

interface Invitee {
  name: string;
  taken: boolean;
  deceased: boolean;
  birth_date: string | null;
  now: Date;
}

/** Invites a person to the record that waits for them. Earlier links that were not used stop working. */
export async function inviteToRecord(runs: SystemRuns, invited: InvitedToRecord): Promise<RecordInvitation> {
  const [record] = await runs.query<Invitee>({
    text: `select trim(given_name || ' ' || family_name) as name, person_id is not null as taken, birth_date::text,
        deceased or deceased_at is not null as deceased, heldwell.now() as now
     from heldwell.patient where id = $1 and gave_way_to is null for update`,
    values: [invited.patientId],
  });
  if (!record) return { is: 'NO_RECORD' };
  const { name } = record;
  if (record.taken) return { is: 'TAKEN', name };
  if (record.deceased) return { is: 'DECEASED', name };
  if (record.birth_date && !isOldEnough(record.birth_date, record.now)) return { is: 'UNDER_16', name };
  await runs.query({
    text: `update heldwell.invitation set withdrawn_at = heldwell.now()
     where patient_id = $1 and kind = 'TAKE_UP_RECORD' and sent_by <> 'LETTER' and accepted_at is null and withdrawn_at is null`,
    values: [invited.patientId],
  });
  const code = newToken();
  const expiresAt = await store(runs, { ...invited, name, code });
  const link = `/patient/invitation/${code}`;
  if (invited.byMail) await postMail(runs, { to: invited.email.trim(), words: recordInvitationMail(link) });
  return { is: 'INVITED', link, name, expiresAt };
}

async function store(
  runs: SystemRuns,
  invited: InvitedToRecord & { name: string; code: string },
): Promise<Date> {
  const row = uuidv7();
  const keys = await new SystemKeys(runs.sealing, runs).ofSystem('PEOPLE');
  const address = invited.email.trim();
  const by = invited.checkedBy.trim();
  const [made] = await runs.query<{ expires_at: Date }>({
    text: `insert into heldwell.invitation (patient_id, id, kind, sent_by, code_hash, name, email, email_hash, labels, rights,
       invited_by, vouched_by, organisation_id, organisation_name, created_at, expires_at)
     values ($1, $2, 'TAKE_UP_RECORD', $3, $4, $5, $6, $7, '{}', '{}', $8, $9, $10,
       (select o.name from heldwell.organisation o where o.id = $10),
       heldwell.now(), heldwell.now() + make_interval(days => $11))
     returning expires_at`,
    values: [
      ...[invited.patientId, row, invited.byMail ? 'EMAIL' : 'HAND', tokenHash(invited.code), invited.name],
      ...[sealInvited(keys, row, address), emailHash(runs.sealing, address), by],
      ...[(invited.vouched ?? true) ? by : null, invited.organisationId ?? null, INVITATION_DAYS],
    ],
  });
  if (!made) throw new Error('The invitation was not stored.');
  return made.expires_at;
}
