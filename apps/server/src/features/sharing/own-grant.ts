import type { Context } from '../../platform/context.ts';
import { writeId } from '../../platform/global-id.ts';
import type { GrantRow } from '../consent/index.ts';
import type { SharingTerms } from './sharing.inputs.ts';

export type Grantee = Pick<GrantRow, 'grantee_kind' | 'grantee_id' | 'grantee_name'>;

/** What the same giver gave a grantee of the same scope, locked against a change at the same time. */
export async function grantOf(
  context: Context,
  patientId: string,
  { grantee, entry, through }: { grantee: Grantee; entry: string | null; through: string | null },
): Promise<GrantRow | undefined> {
  const rows = await context.scope.query<GrantRow>({
    text: `select * from heldwell.consent_grant where patient_id = $1 and grantee_id = $2 and grantee_kind = $3
      and thread_id is null and entry_id is not distinct from $4 and basis in ('PATIENT_CHOICE', 'DIRECT_CARE')
      and given_through is not distinct from $5 and superseded_at is null and not ended
      order by adopted, id limit 1 for update`,
    values: [patientId, grantee.grantee_id, grantee.grantee_kind, entry, through],
  });
  return rows[0];
}

/**
 * The grant of the record that the patient's next yes to a grantee would change, unless its time is over. Held back
 * counts as held: sharing that is stopped is resumed as it was.
 */
export async function ownGrantTo(
  context: Context,
  patientId: string,
  grantee: Grantee,
): Promise<GrantRow | undefined> {
  const held = await grantOf(context, patientId, { grantee, entry: null, through: null });
  const [clock] = await context.scope.query<{ now: Date }>({ text: 'select heldwell.now() as now' });
  const isOver = held?.valid_until && clock && new Date(held.valid_until) <= clock.now;
  return isOver ? undefined : held;
}

/** Everything that ends a grant by itself, as a command takes it. */
export const endsOf = (
  held: GrantRow | undefined,
): Pick<SharingTerms, 'validUntil' | 'untilThreadClosed' | 'untilDischargedBy'> => ({
  validUntil: held?.valid_until ? new Date(held.valid_until).toISOString() : null,
  untilThreadClosed: held?.ends_with_thread
    ? writeId('THREAD', held.ends_with_thread, held.patient_id)
    : null,
  untilDischargedBy: held?.ends_with_team ? writeId('TEAM', held.ends_with_team) : null,
});
