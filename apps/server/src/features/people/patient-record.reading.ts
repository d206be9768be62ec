import { defineRoot } from '../../platform/reading/read.ts';
import type { Cell, FieldReading } from '../../platform/reading/reading.ts';
import { columns, defineReading, many, sealed, value } from '../../platform/reading/reading.ts';
import { held, seenLabels } from '../consent/index.ts';
import type { IdentityDetails } from './sealed-identity.ts';

/** What identifies and reaches the person is GENERAL: its table shows no row to those without. */
const identity = (name: keyof IdentityDetails): FieldReading =>
  sealed<IdentityDetails>(
    'identity',
    (cell: Cell) => {
      const { row } = cell;
      const joined = cell.join(
        'identity',
        (of) =>
          `select i.* from (select 1) always left join heldwell.patient_identity i on i.patient_id = ${of}.id`,
      );
      return {
        place: 'patient_identity.details',
        blob: `${joined}.details`,
        row: `${row}.id`,
        patient: `${row}.id`,
        label: "'GENERAL'",
      };
    },
    (said) => said[name],
  );

defineReading({
  type: 'PatientRecord',
  table: 'patient',
  fields: {
    id: value(({ row }) => `heldwell.global_id('R', ${row}.id)`),
    ...columns('title', 'givenName', 'familyName', 'preferredName', 'birthDate', 'gender', 'deceasedAt'),
    nhsNumber: identity('nhsNumber'),
    address: identity('address'),
    phone: identity('phone'),
    email: identity('email'),
    language: identity('language'),
    interpreterNeeded: identity('interpreterNeeded'),
    communicationNeeds: identity('communicationNeeds'),
    viewerLabels: value((cell) => seenLabels(cell, 'id')),
    viewerRights: value(
      ({
        row,
      }) => `array(select distinct r.held from heldwell.viewer_grant g cross join unnest(g.rights) r (held)
        where g.patient_id = ${row}.id)`,
    ),
    viewerGrants: many('Grant', ({ row }, it) => ({
      from: `heldwell.grant_in_force ${it}`,
      where: `${it}.patient_id = ${row}.id and ${it}.grantee_id = any ((select heldwell.viewer_grantees())::uuid[])`,
      orderBy: `${it}.thread_id is not null, ${it}.grantee_name, ${it}.id`,
    })),
    viewerMayShare: value(({ row }) => `(${row}.id is not distinct from heldwell.viewer_record())`),
    viewerMayMessage: value(
      ({ row }) =>
        `exists (select from heldwell.viewer_grant g where g.patient_id = ${row}.id and 'MESSAGE' = any (g.rights))`,
    ),
  },
});

/** A row of `patient` the viewer holds any grant on. */
export const mayKnow = (it: string): string => held(`g.patient_id = ${it}.id`);

/** One record by its id. */
export const recordById = defineRoot<{ id: string }>({
  name: 'record',
  of: 'PatientRecord',
  rows: (it, arg) => ({ where: `${it}.id = ${arg('id', 'uuid')} and ${mayKnow(it)}` }),
});

/** The records a carer cares for. */
export const recordsCaredFor = defineRoot<{ first: number; after?: string | null }>({
  name: 'records_cared_for',
  of: 'PatientRecord',
  rows: (it) => ({
    from: `heldwell.carer care join heldwell.patient ${it} on ${it}.id = care.patient_id`,
    where: `care.person_id = heldwell.viewer_person() and heldwell.viewer_app() = 'CARER' and ${mayKnow(it)}`,
    patient: `${it}.id`,
    order: { keys: [`lower(${it}.family_name)`, `${it}.id`], types: ['text', 'uuid'], direction: 'asc' },
  }),
});
