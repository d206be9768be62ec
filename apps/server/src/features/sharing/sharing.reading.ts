import { defineRoot } from '../../platform/reading/read.ts';
import { extendReading, many, one } from '../../platform/reading/reading.ts';

/** Only the patient of the record: a grantee sees their own grants as `viewerGrants`. */
const own = (row: string): string => `${row}.id is not distinct from heldwell.viewer_record()`;

extendReading('PatientRecord', {
  sharing: one('Sharing', ({ row }, it) => ({ from: `(select ${row}.id) ${it}`, where: own(row) })),
  carers: many('Carer', ({ row }, it) => ({
    where: `${it}.patient_id = ${row}.id and ${own(row)} and exists (select from heldwell.grant_in_force g
      where g.patient_id = ${it}.patient_id and g.grantee_id = ${it}.person_id)`,
    orderBy: `${it}.display_name`,
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
