import type { CodeableConcept, MedicationRequest, MedicationStatement, Reference } from 'fhir/r4.js';
import { type Mapped, present } from '../entry-draft.ts';
import type { References } from '../fhir-references.ts';
import { nameOfConcept, namesOfConcepts } from '../wording/concept.ts';
import { dosageInWords } from '../wording/dosage.ts';
import { whenOf } from '../wording/fhir-time.ts';
import { notesText } from '../wording/narrative.ts';

/** MedicationRequest → MEDICINE. */
export function prescribedMedicineFrom(resource: MedicationRequest, references: References): Mapped {
  const medicine = medicineName(resource, references);
  const supplied = resource.dispenseRequest?.validityPeriod;
  return {
    kind: 'MEDICINE',
    when: whenOf(resource.authoredOn, supplied),
    concept: resource.medicationCodeableConcept,
    fhirStatus: resource.status,
    title: medicine,
    summary: dosageInWords(resource.dosageInstruction) ?? '',
    content: present({
      medicine,
      dose: dosageInWords(resource.dosageInstruction),
      route: nameOfConcept(resource.dosageInstruction?.[0]?.route),
      status: resource.status,
      reason: reasonOf(resource, references),
      prescriber: references.nameOf(resource.requester) ?? references.nameOf(resource.recorder),
      note: notesText(resource.note),
      startedOn: supplied?.start ?? resource.authoredOn,
      endedOn: supplied?.end,
    }),
  };
}

/** MedicationStatement → MEDICINE: what somebody says is taken, with or without a prescription. */
export function statedMedicineFrom(resource: MedicationStatement, references: References): Mapped {
  const medicine = medicineName(resource, references);
  const { effectivePeriod } = resource;
  return {
    kind: 'MEDICINE',
    when: whenOf(resource.effectiveDateTime, effectivePeriod, resource.dateAsserted),
    concept: resource.medicationCodeableConcept,
    fhirStatus: resource.status,
    title: medicine,
    summary: dosageInWords(resource.dosage) ?? '',
    content: present({
      medicine,
      dose: dosageInWords(resource.dosage),
      route: nameOfConcept(resource.dosage?.[0]?.route),
      status: resource.status,
      reason: reasonOf(resource, references),
      prescriber: professionalOf(resource.informationSource, references),
      note: notesText(resource.note),
      startedOn: resource.effectiveDateTime ?? effectivePeriod?.start,
      endedOn: effectivePeriod?.end,
    }),
  };
}

interface Medicated {
  medicationCodeableConcept?: CodeableConcept;
  medicationReference?: Reference;
  reasonCode?: CodeableConcept[];
  reasonReference?: Reference[];
}

function medicineName(resource: Medicated, references: References): string {
  const { medicationCodeableConcept: concept, medicationReference: reference } = resource;
  return nameOfConcept(concept) ?? references.nameOf(reference) ?? 'Medicine not named';
}

/** A statement often comes from the person: only a professional is named as the prescriber. */
function professionalOf(source: Reference | undefined, references: References): string | undefined {
  return /^(Practitioner|Organization)/.test(references.typeOf(source) ?? '')
    ? references.nameOf(source)
    : undefined;
}

function reasonOf(resource: Medicated, references: References): string | undefined {
  const codes = namesOfConcepts(resource.reasonCode);
  return codes.join(', ') || references.nameLine(resource.reasonReference);
}
