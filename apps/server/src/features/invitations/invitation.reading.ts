import { defineRoot } from '../../platform/reading/read.ts';

export const invitationById = defineRoot<{ patient: string; row: string }>({
  name: 'invitation',
  of: 'CarerInvitation',
  rows: (it, arg) => ({
    where: `${it}.patient_id = ${arg('patient', 'uuid')} and ${it}.id = ${arg('row', 'uuid')}`,
  }),
});
