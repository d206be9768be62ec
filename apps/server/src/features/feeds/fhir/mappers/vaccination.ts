import type { Immunization } from 'fhir/r4.js';
import { type Mapped, present } from '../entry-draft.ts';
import type { References } from '../fhir-references.ts';
import { nameOfConcept } from '../wording/concept.ts';
import { whenOf } from '../wording/fhir-time.ts';
import { notesText } from '../wording/narrative.ts';

/** Immunization → VACCINATION. */
export function vaccinationFrom(resource: Immunization, references: References): Mapped {
  const vaccine = nameOfConcept(resource.vaccineCode) ?? 'Vaccine not named';
  const protocol = resource.protocolApplied?.[0];
  const doseNumber = protocol?.doseNumberPositiveInt?.toString() ?? protocol?.doseNumberString;
  return {
    kind: 'VACCINATION',
    when: whenOf(resource.occurrenceDateTime, resource.recorded),
    concept: resource.vaccineCode,
    fhirStatus: resource.status,
    title: vaccine,
    summary: resource.status === 'not-done' ? 'Not given' : doseNumber ? `Dose ${doseNumber}` : '',
    content: present({
      vaccine,
      lotNumber: resource.lotNumber,
      site: nameOfConcept(resource.site),
      performer: references.nameLine(resource.performer?.map(({ actor }) => actor)),
      doseNumber,
      status: resource.status,
      note: notesText(resource.note) ?? nameOfConcept(resource.statusReason),
    }),
  };
}
