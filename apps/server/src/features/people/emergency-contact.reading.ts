import {
  type Cell,
  columns,
  defineReading,
  extendReading,
  type FieldReading,
  many,
  sealed,
  value,
} from '../../platform/reading/reading.ts';
import { notWithheld, seenLabels, summaryLabels } from '../consent/index.ts';
import { CONTACT_PLACE, type ContactDetails } from './sealed-contact.ts';

const said = (name: keyof ContactDetails): FieldReading =>
  sealed<ContactDetails>(
    'contact',
    ({ row }) => ({
      place: CONTACT_PLACE,
      blob: `${row}.details`,
      row: `${row}.id`,
      patient: `${row}.patient_id`,
      label: "'GENERAL'",
    }),
    (details) => details[name],
  );

defineReading({
  type: 'EmergencyContact',
  table: 'emergency_contact',
  fields: {
    name: said('name'),
    relationship: said('relationship'),
    phone: said('phone'),
    organisationName: value(
      ({ row }) => `(select o.name from heldwell.organisation o where o.id = ${row}.source_organisation_id)`,
    ),
    ...columns('receivedAt'),
  },
});

/** Whom to call is seen by whoever sees how to reach the person: under GENERAL, in an emergency too. */
const seesGeneral = (cell: Cell): string =>
  `('GENERAL' = any (${seenLabels(cell, 'id')}) or 'GENERAL' = any (${summaryLabels(cell, 'id')}))`;

extendReading('PatientRecord', {
  emergencyContacts: many('EmergencyContact', (cell, it) => ({
    where: `${it}.patient_id = ${cell.row}.id and not ${it}.frozen and ${notWithheld(it)}
      and (${it}.valid_until is null or ${it}.valid_until > heldwell.now()) and ${seesGeneral(cell)}`,
    orderBy: `${it}.received_at desc, ${it}.source_organisation_id, ${it}.position`,
  })),
});
