import { asSystem, statementsOf } from '../../platform/as-system.ts';
import type { Services } from '../../platform/context.ts';
import { SystemKeys } from '../../platform/sealing/system-keys.ts';
import { tokenHash } from '../../platform/secrets.ts';
import type { PrivacyLabel, Right } from '../consent/index.ts';
import { BRAND_SQL, type BrandRow } from '../organisations/index.ts';
import type { InvitationKind } from './invitation-kind.ts';
import { openInvited } from './sealed-email.ts';

/** An invitation that can be used now. */
export interface OpenInvitation {
  patient_id: string;
  id: string;
  kind: InvitationKind;
  sent_by: 'HAND' | 'EMAIL';
  name: string;
  email: string;
  email_hash: Buffer;
  relationship: string | null;
  labels: PrivacyLabel[];
  rights: Right[];
  invited_by: string;
  invited_by_person: string | null;
  /** The inviter's own grant, where not the patient invites. */
  given_through: string | null;
  valid_until: Date | null;
  organisation_id: string | null;
  organisation_name: string | null;
  /** The staff who checked documents before the link was handed over. */
  vouched_by: string | null;
  expires_at: Date;
  patient_name: string;
  given_name: string;
  family_name: string;
  brand: BrandRow | null;
}

type InvitationRow = Omit<OpenInvitation, 'email'> & { email: Buffer };

const OPEN = `select i.*, coalesce(r.preferred_name, r.given_name) || ' ' || r.family_name as patient_name, r.given_name,
    r.family_name, case when o.id is not null then ${BRAND_SQL} end as brand
  from heldwell.invitation i join heldwell.patient r on r.id = i.patient_id
    left join heldwell.organisation o on o.id = i.organisation_id
  where i.code_hash = $1 and i.sent_by <> 'LETTER' and i.accepted_at is null and i.withdrawn_at is null
    and i.expires_at > heldwell.now()`;

/** Looks an invitation up by the code of its link. */
export function openInvitation(services: Services, code: string): Promise<OpenInvitation | undefined> {
  return asSystem(services.database, 'look up an invitation by its code', async (manager) => {
    const [row] = await manager.query<InvitationRow[]>(OPEN, [tokenHash(code)]);
    if (!row) return undefined;
    const runs = statementsOf(manager, services.sealing);
    const keys = await new SystemKeys(services.sealing, runs).ofSystem('PEOPLE');
    return { ...row, email: openInvited(keys, row.id, row.email) };
  });
}
