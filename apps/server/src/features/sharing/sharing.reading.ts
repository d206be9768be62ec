import { defineRoot } from '../../platform/reading/read.ts';
import { extendReading, many, one, value } from '../../platform/reading/reading.ts';
import { isOpen, isUndecided, receiptRow } from '../consent/index.ts';

/** Only the patient of the record: a grantee sees their own grants as `viewerGrants`. */
const own = (row: string): string => `${row}.id is not distinct from heldwell.viewer_record()`;

/** A grant of the viewer's through which they share for the patient. */
const manages = (grant: string): string => `'MANAGE_SHARING' = any (${grant}.rights)`;

extendReading('PatientRecord', {
  sharing: one('Sharing', ({ row }, it) => ({ from: `(select ${row}.id) ${it}`, where: own(row) })),
  undecidedGrantCount: value(
    ({ row }) => `(select count(*)::int from heldwell.consent_grant g
      where g.patient_id = ${row}.id and ${own(row)} and ${isUndecided('g')})`,
  ),
  carers: many('Carer', ({ row }, it) => ({
    where: `${it}.patient_id = ${row}.id and ${own(row)} and exists (select from heldwell.grant_in_force g
      where g.patient_id = ${it}.patient_id and g.grantee_id = ${it}.person_id and g.grantee_kind = 'CARER')`,
    orderBy: `${it}.display_name`,
  })),
  invitationsGivenByViewer: many('CarerInvitation', ({ row }, it) => ({
    from: `heldwell.held_grant through join heldwell.invitation ${it}
      on ${it}.patient_id = through.patient_id and ${it}.given_through = through.id`,
    where: `through.patient_id = ${row}.id and ${manages('through')}
      and ${it}.invited_by_person = heldwell.viewer_person() and ${isOpen(it)}`,
    orderBy: `${it}.created_at, ${it}.id`,
    limit: '100',
  })),
  teamsToShareWith: many('Team', ({ row }, it) => ({
    where: `${it}.takes_messages and (${own(row)} or exists (select from heldwell.held_grant g
      where g.patient_id = ${row}.id and ${manages('g')}))`,
    orderBy: `${it}.name, ${it}.id`,
    limit: '100',
  })),
  grantsGivenByViewer: many('Grant', ({ row }, it) => ({
    from: `heldwell.held_grant through join heldwell.consent_grant ${it}
      on ${it}.patient_id = through.patient_id and ${it}.given_through = through.id`,
    where: `through.patient_id = ${row}.id and ${manages('through')}
      and ${it}.superseded_at is null and not ${it}.ended`,
    orderBy: `${it}.grantee_name, ${it}.id`,
    limit: '100',
  })),
});

/** The newest version of a grant. */
export const grantById = defineRoot<{ patient: string; row: string }>({
  name: 'grant',
  of: 'Grant',
  rows: (it, arg) => ({
    where: `${it}.patient_id = ${arg('patient', 'uuid')} and ${it}.id = ${arg('row', 'uuid')} and ${it}.superseded_at is null`,
  }),
});

/** The receipt of the newest version of a grant. */
export const receiptByGrant = defineRoot<{ patient: string; row: string }>({
  name: 'receipt',
  of: 'Receipt',
  rows: (it, arg) => ({
    from: `heldwell.consent_grant v cross join lateral ${receiptRow('v')} ${it}`,
    where: `v.patient_id = ${arg('patient', 'uuid')} and v.id = ${arg('row', 'uuid')} and v.superseded_at is null`,
  }),
});

/** A stop of all sharing. */
export const stopById = defineRoot<{ patient: string; row: string }>({
  name: 'sharing_stop',
  of: 'SharingStop',
  rows: (it, arg) => ({
    where: `${it}.patient_id = ${arg('patient', 'uuid')} and ${it}.id = ${arg('row', 'uuid')}`,
  }),
});
