import { atHand, defineRoot } from '../../platform/reading/read.ts';
import type { Cell, FieldReading } from '../../platform/reading/reading.ts';
import { columns, defineReading, many, sealed, value } from '../../platform/reading/reading.ts';
import { held, seenLabels, summaryLabels } from '../consent/index.ts';
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
    hasDied: value(({ row }) => `(${row}.deceased or ${row}.deceased_at is not null)`),
    nhsNumber: identity('nhsNumber'),
    address: identity('address'),
    phone: identity('phone'),
    email: identity('email'),
    language: identity('language'),
    interpreterNeeded: identity('interpreterNeeded'),
    communicationNeeds: identity('communicationNeeds'),
    viewerLabels: value((cell) => seenLabels(cell, 'id')),
    viewerSummaryLabels: value((cell) => summaryLabels(cell, 'id')),
    viewerAccess: value(viewerAccess),
    viewerRights: value(
      ({
        row,
      }) => `array(select distinct r.held from heldwell.viewer_grant g cross join unnest(g.rights) r (held)
        where g.patient_id = ${row}.id)`,
    ),
    viewerGrants: many('Grant', ({ row }, it) => ({
      from: `heldwell.grant_in_force ${it}`,
      where: `${it}.patient_id = ${row}.id and ${it}.grantee_id = any ((select heldwell.viewer_grantees())::uuid[])
        and (${it}.grantee_kind = 'CARER') = (heldwell.viewer_app() = 'CARER')`,
      orderBy: `${it}.thread_id is not null, ${it}.grantee_name, ${it}.id`,
    })),
    viewerMayShare: value(({ row }) => `(${row}.id is not distinct from heldwell.viewer_record())`),
    viewerMayMessage: value(
      ({ row }) =>
        `exists (select from heldwell.viewer_grant g where g.patient_id = ${row}.id and 'MESSAGE' = any (g.rights))`,
    ),
  },
});

/** Why the viewer sees the record: the strongest reason, as a screen's banner tells it. */
function viewerAccess({ row }: Cell): string {
  return `coalesce((select case when g.basis in ('OWN', 'FROZEN', 'EMERGENCY') then g.basis else 'GRANTED' end
      from heldwell.viewer_grant g where g.patient_id = ${row}.id and 'SEE' = any (g.rights)
      order by g.basis = 'EMERGENCY' limit 1), 'OWN_WRITING')`;
}

/** A row of `patient` the viewer holds any grant on. */
const holdsAny = (it: string): string => held(`g.patient_id = ${it}.id`);

/** The same, or whose record their team has written in: what is kept has a name. */
export const mayKnow = (it: string): string => `coalesce(${holdsAny(it)}, heldwell.keeps_record(${it}.id))`;

/** One record by its id. */
export const recordById = defineRoot<{ id: string }>({
  name: 'record',
  of: 'PatientRecord',
  rows: (it, arg) => ({ where: `${it}.id = ${atHand(arg('id', 'uuid'))} and ${mayKnow(it)}` }),
});

/** The record of the patient who asks, by what the session says: it can be sent together with what opens the session. */
export const ownRecord = defineRoot<Record<never, never>>({
  name: 'own_record',
  of: 'PatientRecord',
  rows: (it) => ({
    where: `${it}.id = ${atHand('coalesce(heldwell.viewer_record(), heldwell.viewer_frozen_record())')} and ${mayKnow(it)}`,
  }),
});

/** The records a carer cares for. */
export const recordsCaredFor = defineRoot<{ first: number; after?: string | null }>({
  name: 'records_cared_for',
  of: 'PatientRecord',
  rows: (it) => ({
    from: `heldwell.carer care join heldwell.patient ${it} on ${it}.id = care.patient_id`,
    where: `care.person_id = heldwell.viewer_person() and heldwell.viewer_app() = 'CARER' and ${holdsAny(it)}`,
    patient: `${it}.id`,
    order: { keys: [`lower(${it}.family_name)`, `${it}.id`], types: ['text', 'uuid'], direction: 'asc' },
  }),
});
