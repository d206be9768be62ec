import type { ContactPoint, Patient, PatientContact, Period, Reference } from 'fhir/r4.js';
import type { DraftContact } from '../patient-draft.ts';
import { valuesOf } from '../wording/contact-points.ts';
import { displayNameOf, nameInWords } from '../wording/display-name.ts';
import { readTime } from '../wording/fhir-time.ts';
import { isToBeCalled, relationshipInWords } from '../wording/relationship.ts';

/** Whom to call, in the sender's order; one with neither name nor number says nothing and is left out. */
export function contactsOf(patient: Patient): DraftContact[] {
  return (patient.contact ?? [])
    .filter(({ relationship }) => isToBeCalled(relationship))
    .map((contact) => ({
      name: nameOf(contact, patient),
      relationship: relationshipInWords(contact.relationship),
      phone: valuesOf((contact.telecom ?? []).filter(isInUse), ['phone', 'sms'])[0] ?? null,
      until: endOf(contact.period),
    }))
    .filter(({ name, phone }) => name !== null || phone !== null);
}

const nameOf = ({ name, organization }: PatientContact, patient: Patient): string | null =>
  (name && nameInWords(name)) || organisationOf(organization, patient);

/** What the reference calls the organisation, else one contained in the Patient. */
function organisationOf(reference: Reference | undefined, { contained }: Patient): string | null {
  if (reference?.display) return reference.display;
  const inside = contained?.find(({ id }) => id && reference?.reference === `#${id}`);
  return (inside && displayNameOf(inside)) ?? null;
}

/** An end that is given is taken as come: a number about to go is none to rely on. */
const isInUse = ({ use, period }: ContactPoint): boolean => use !== 'old' && !period?.end;

/** FHIR's end is still a part of the period: a day ends with its last moment, a month with its last day. */
function endOf(period: Period | undefined): string | null {
  const end = readTime(period?.end);
  if (!end) return null;
  const after = new Date(end.at);
  if (end.precision === 'DAY') after.setUTCDate(after.getUTCDate() + 1);
  if (end.precision === 'MONTH') after.setUTCMonth(after.getUTCMonth() + 1);
  if (end.precision === 'YEAR') after.setUTCFullYear(after.getUTCFullYear() + 1);
  return after.toISOString();
}
