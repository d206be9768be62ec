import type { FhirResource, Reference } from 'fhir/r4.js';
import { draftOf, type EntryDraft, type Mapped } from '../entry-draft.ts';
import type { References } from '../fhir-references.ts';
import { nhsNumberOf } from '../identifiers.ts';
import type { EntryResourceType } from '../read-resources.ts';
import { allergyFrom } from './allergy.ts';
import { appointmentFrom } from './appointment.ts';
import { carePlanFrom } from './care-plan.ts';
import { conditionFrom } from './condition.ts';
import { documentFrom } from './document.ts';
import { encounterFrom } from './encounter.ts';
import { goalFrom } from './goal.ts';
import { prescribedMedicineFrom, statedMedicineFrom } from './medicine.ts';
import { resultFrom } from './observation.ts';
import { procedureFrom } from './procedure.ts';
import { reportFrom } from './report.ts';
import { vaccinationFrom } from './vaccination.ts';

/** A resource that becomes an entry: R4 by the validator's word. */
export type EntryResource = Extract<FhirResource, { resourceType: EntryResourceType }>;

type Mappers = {
  [T in EntryResourceType]: (
    resource: Extract<EntryResource, { resourceType: T }>,
    references: References,
  ) => Mapped;
};

const MAPPERS: Mappers = {
  AllergyIntolerance: allergyFrom,
  Appointment: appointmentFrom,
  CarePlan: carePlanFrom,
  Condition: conditionFrom,
  DiagnosticReport: reportFrom,
  DocumentReference: documentFrom,
  Encounter: encounterFrom,
  Goal: goalFrom,
  Immunization: vaccinationFrom,
  MedicationRequest: prescribedMedicineFrom,
  MedicationStatement: statedMedicineFrom,
  Observation: resultFrom,
  Procedure: procedureFrom,
};

/** The entry that a validated resource describes. */
export function entryDraftOf(resource: EntryResource, references: References): EntryDraft {
  const map = MAPPERS[resource.resourceType] as (resource: EntryResource, references: References) => Mapped;
  return draftOf(resource, map(resource, references));
}

/** The reference by which a resource says whose it is. */
export function subjectReferenceOf(resource: EntryResource, references: References): Reference | undefined {
  if (resource.resourceType === 'AllergyIntolerance' || resource.resourceType === 'Immunization') {
    return resource.patient;
  }
  if (resource.resourceType !== 'Appointment') return resource.subject;
  const people = resource.participant.map(({ actor }) => actor);
  return people.find(
    (actor) => references.typeOf(actor) === 'Patient' || nhsNumberOf([actor?.identifier ?? {}]),
  );
}
