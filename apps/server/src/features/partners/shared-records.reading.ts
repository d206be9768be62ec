import { defineRoot } from '../../platform/reading/read.ts';

/** Records that are shared with the partner that asks, by family name. */
export const sharedRecords = defineRoot<{ first: number; after?: string | null }>({
  name: 'shared_records',
  of: 'PatientRecord',
  rows: (it) => ({
    from: `heldwell.patient ${it}`,
    where: `heldwell.viewer_app() = 'PARTNER' and exists (select from heldwell.held_grant g
      where g.patient_id = ${it}.id and 'SEE' = any (g.rights) and g.labels <> '{}')`,
    patient: `${it}.id`,
    order: { keys: [`lower(${it}.family_name)`, `${it}.id`], types: ['text', 'uuid'], direction: 'asc' },
  }),
});
