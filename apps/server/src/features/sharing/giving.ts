import type { Context } from '../../platform/context.ts';
import { readId, readRowId } from '../../platform/global-id.ts';
import type { Viewer } from '../../platform/opened-session.ts';
import { badInput, forbidden } from '../../platform/problems.ts';
import type { Giver, GrantRow, PrivacyLabel, Right } from '../consent/index.ts';

/** Somebody who gives access to a record: the patient, or whoever manages sharing through a grant of their own. */
export interface Giving {
  viewer: Viewer;
  patientId: string;
  isPatient: boolean;
}

/** What is to be given. */
export interface Terms {
  labels: readonly PrivacyLabel[];
  rights: readonly Right[];
  validUntil: string | null;
}

export const giverOf = (viewer: Viewer, reason?: string | null): Giver => ({
  name: `${viewer.givenName} ${viewer.familyName}`,
  personId: viewer.personId,
  reason: reason ?? null,
});

/**
 * Who gives access to which record: the patient to their own, another to one they manage sharing of.
 * @throws FORBIDDEN for everybody else, whether there is such a record or not.
 */
export async function givingOf(context: Context, record?: string | null): Promise<Giving> {
  const viewer = await context.scope.viewer();
  if (!viewer) throw forbidden();
  const named = record ? readId('RECORD', record) : null;
  if (viewer.patientId && (named === null || named === viewer.patientId)) {
    return { viewer, patientId: viewer.patientId, isPatient: true };
  }
  const manages = await context.scope.query({
    name: 'manages_sharing',
    text: `select from heldwell.held_grant where patient_id = $1 and 'MANAGE_SHARING' = any (rights)`,
    values: [named],
  });
  if (!named || manages.length === 0) throw forbidden('MANAGE_SHARING');
  return { viewer, patientId: named, isPatient: false };
}

/** The patient alone, for what nobody does in their place; the rules have let nobody else in. */
export async function patientOf(context: Context): Promise<Giving> {
  const giving = await givingOf(context);
  if (!giving.isPatient) throw forbidden('PATIENT');
  return giving;
}

/** Through what it is given, and until when: the patient's own word, or a grant of the giver's that holds all of it. */
export type Through = Pick<GrantRow, 'valid_until'> & { given_through: string | null };

/** Null where the giver holds no grant that manages sharing and holds all of this: nobody gives more than they hold. */
export async function throughWhat(context: Context, giving: Giving, terms: Terms): Promise<Through | null> {
  if (giving.isPatient) return { given_through: null, valid_until: terms.validUntil };
  const [through] = await context.scope.query<{ id: string; valid_until: Date | null }>({
    name: 'giving_through',
    text: 'select id, valid_until from heldwell.giving_through($1, $2, $3, $4)',
    values: [giving.patientId, terms.labels, terms.rights, terms.validUntil],
  });
  return through ? { given_through: through.id, valid_until: through.valid_until } : null;
}

/** @throws BAD_USER_INPUT for a grant of nothing. */
export function refuseNothing(labels: readonly string[]): void {
  if (labels.length === 0) throw badInput([{ path: 'labels', code: 'CHOOSE_AT_LEAST_ONE' }]);
}

/**
 * The discussion that access is to end with. It ends once: with one that has ended, access would never end.
 * @throws BAD_USER_INPUT for one that is not this record's, or has ended: the same answer.
 */
export async function openThread(
  { scope }: Context,
  { patientId }: Giving,
  id: string | null | undefined,
): Promise<string | null> {
  if (!id) return null;
  const { patient, row } = readRowId('THREAD', id);
  const [thread] = await scope.query<{ open: boolean }>({
    name: 'thread_is_open',
    text: 'select heldwell.thread_is_open($1, $2) as open',
    values: [patientId, row],
  });
  if (patient !== patientId || !thread?.open) throw badInput([{ path: 'untilThreadClosed', code: 'ENDED' }]);
  return row;
}
