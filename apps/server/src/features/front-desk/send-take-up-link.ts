import type { SystemRuns } from '../../platform/as-system.ts';
import { tokenHash } from '../../platform/secrets.ts';
import { inviteToRecord } from '../invitations/index.ts';
import { postMail } from '../mail/index.ts';
import type { ActingFor } from './acting-for.ts';
import { takeUpMail } from './take-up-mail.ts';

/** Makes the link and mails it, in one transaction; false where the record was taken up already. */
export async function sendTakeUpLink(
  runs: SystemRuns,
  { patientId, email, by }: { patientId: string; email: string; by: ActingFor },
): Promise<boolean> {
  const { organisation, name: checkedBy } = by;
  const invited = await inviteToRecord(runs, {
    patientId,
    email,
    checkedBy,
    organisationId: organisation.id,
  });
  if (invited.is !== 'INVITED') return false;
  await runs.query({
    text: `update heldwell.invitation set sent_by = 'EMAIL', invited_by_person = $2 where code_hash = $1`,
    values: [tokenHash(invited.link.split('/').at(-1) ?? ''), by.personId],
  });
  const [brand] = await runs.query<{ service_name: string | null }>({
    text: 'select service_name from heldwell.organisation where id = $1',
    values: [by.organisation.id],
  });
  const words = takeUpMail({
    organisation: by.organisation.name,
    service: brand?.service_name ?? 'Heldwell',
    link: invited.link,
    until: invited.expiresAt,
  });
  await postMail(runs, { to: email.trim(), words });
  return true;
}
