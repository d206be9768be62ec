import { uuidv7 } from 'uuidv7';
import type { Context } from '../../platform/context.ts';
import { sealSaid } from '../../platform/sealing/said-of-access.ts';
import { publishAccessChange } from '../consent/index.ts';
import { giverOf, patientOf } from './giving.ts';
import { publishInboxesOf } from './sharing.service.ts';

/** A stop or its end, by patient and row. */
export interface StopReference {
  patient: string;
  row: string;
}

/**
 * Stops all sharing at once: every grant but a court's order is held back where it stands, in the same transaction.
 * Stopping what is stopped changes nothing.
 */
export async function stopAllSharing(context: Context, reason: string | null): Promise<StopReference> {
  const { patientId, viewer } = await patientOf(context);
  const row = uuidv7();
  const said = await sealSaid(context.scope, { place: 'access.reason', row }, reason);
  await context.scope.query({
    text: `insert into heldwell.sharing_stop (patient_id, id, stopped_at, stopped_by, reason)
      values ($1, $2, heldwell.now(), $3, $4) on conflict (patient_id) where resumed_at is null do nothing`,
    values: [patientId, row, giverOf(viewer).name, said],
  });
  return newest(context, patientId);
}

/** Lets everybody have again what they had; null when sharing was not stopped. */
export async function resumeSharing(context: Context): Promise<StopReference | null> {
  const { patientId, viewer } = await patientOf(context);
  const resumed = await context.scope.query<{ id: string }>({
    text: `update heldwell.sharing_stop set resumed_at = heldwell.now(), resumed_by = $2
      where patient_id = $1 and resumed_at is null returning id`,
    values: [patientId, giverOf(viewer).name],
  });
  return resumed.length === 0 ? null : newest(context, patientId);
}

/** Tells every stream of the record and every inbox it stands in to look again. */
async function newest(context: Context, patientId: string): Promise<StopReference> {
  await publishInboxesOf(context.scope, patientId);
  publishAccessChange(context.scope, patientId, patientId);
  const [stop] = await context.scope.query<{ id: string }>({
    text: 'select id from heldwell.sharing_stop where patient_id = $1 order by stopped_at desc limit 1',
    values: [patientId],
  });
  if (!stop) throw new Error('The stop was not stored.');
  return { patient: patientId, row: stop.id };
}
