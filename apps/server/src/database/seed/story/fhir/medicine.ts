import type { CodeableConcept, Reference } from 'fhir/r4.js';
import {
  type Author,
  authorReference,
  type Chart,
  concept,
  type EntrySpec,
  patientReference,
  put,
} from './chart.ts';
import type { DayOffset } from './story-calendar.ts';

interface MedicineSpec extends EntrySpec {
  /** As the dictionary of medicines and devices names it: "Lithium carbonate 400mg modified-release tablets". */
  name: string;
  /** dm+d code, only where certain. */
  dmd?: string;
  dose: string;
  reason?: string;
  from: DayOffset;
  /** Left out while it is still taken. */
  until?: DayOffset;
  whyStopped?: string;
  by: Author;
}

function medicineName(spec: MedicineSpec): CodeableConcept {
  if (!spec.dmd) return { text: spec.name };
  return { coding: [{ system: 'https://dmd.nhs.uk', code: spec.dmd, display: spec.name }], text: spec.name };
}

/** A prescription that this organisation gives out, on repeat or as one course. */
export function prescription(chart: Chart, spec: MedicineSpec & { course?: boolean }): Reference {
  const { calendar } = chart;
  const running = spec.until === undefined;
  return put(chart, spec, {
    resourceType: 'MedicationRequest',
    status: running ? 'active' : spec.course ? 'completed' : 'stopped',
    intent: 'order',
    medicationCodeableConcept: medicineName(spec),
    subject: patientReference(chart),
    authoredOn: calendar.clinicDate(spec.from),
    requester: authorReference(chart, spec.by),
    courseOfTherapyType: {
      coding: [
        {
          system: 'http://terminology.hl7.org/CodeSystem/medicationrequest-course-of-therapy',
          code: spec.course ? 'acute' : 'continuous',
        },
      ],
    },
    ...(spec.reason ? { reasonCode: [concept(spec.reason)] } : {}),
    ...(spec.whyStopped ? { statusReason: { text: spec.whyStopped } } : {}),
    dosageInstruction: [{ text: spec.dose }],
    ...(spec.until === undefined
      ? {}
      : {
          dispenseRequest: {
            validityPeriod: { start: calendar.clinicDate(spec.from), end: calendar.clinicDate(spec.until) },
          },
        }),
  });
}

/** A medicine somebody else prescribes, or that the person buys, as this organisation knows it. */
export function medicineTaken(chart: Chart, spec: MedicineSpec): Reference {
  const { calendar } = chart;
  return put(chart, spec, {
    resourceType: 'MedicationStatement',
    status: spec.until === undefined ? 'active' : 'completed',
    medicationCodeableConcept: medicineName(spec),
    subject: patientReference(chart),
    effectivePeriod: {
      start: calendar.clinicDate(spec.from),
      ...(spec.until === undefined ? {} : { end: calendar.clinicDate(spec.until) }),
    },
    dateAsserted: calendar.clinicDate(spec.from),
    informationSource: authorReference(chart, spec.by),
    ...(spec.reason ? { reasonCode: [concept(spec.reason)] } : {}),
    dosage: [{ text: spec.dose }],
  });
}
