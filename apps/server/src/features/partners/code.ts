import { createHash } from 'node:crypto';
import type { SystemRuns } from '../../platform/as-system.ts';
import { tokenHash } from '../../platform/secrets.ts';
import type { Partner } from './partner.ts';
import { endFamily, type Issued, issue } from './tokens.ts';

interface CodeRow {
  id: string;
  scopes: string[];
  patient_id: string;
  was_used: boolean;
}

/**
 * Changes a code for tokens: once, within a minute, for the app it was given to, with the address and the proof key it was
 * asked with. One that comes back a second time ends what it was changed for. Null for every other.
 */
export async function exchangeCode({
  runs,
  form,
  partner,
}: {
  runs: SystemRuns;
  form: URLSearchParams;
  partner: Partner;
}): Promise<Issued | null> {
  const verifier = form.get('code_verifier') ?? '';
  if (!/^[\w.~-]{43,128}$/.test(verifier)) return null;
  const [row] = await runs.query<CodeRow>({
    text: `select id, scopes, patient_id, used_at is not null as was_used from heldwell.partner_request
      where code_hash = $1 and partner_id = $2 and redirect_uri = $3 and challenge = $4
        and answered_at > heldwell.now() - interval '1 minute' for update`,
    values: [
      ...[tokenHash(form.get('code') ?? ''), partner.id, form.get('redirect_uri') ?? ''],
      createHash('sha256').update(verifier).digest('base64url'),
    ],
  });
  if (!row) return null;
  if (row.was_used) {
    await endFamily(runs, row.id);
    return null;
  }
  await runs.query({
    text: `with used as (update heldwell.partner_request set used_at = heldwell.now() where id = $1 returning 1)
      select count(*) from used`,
    values: [row.id],
  });
  return issue(runs, { partner, scopes: row.scopes, patient: row.patient_id, family: row.id });
}
