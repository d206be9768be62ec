import type { Reference } from 'fhir/r4.js';
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

/** What the vaccine protects against, with the SNOMED CT code of the disease. */
const DISEASES = {
  Influenza: '6142004',
  'COVID-19': '840539006',
  'Pneumococcal disease': '16814004',
  'Meningococcal disease': '23511006',
  Shingles: '4740000',
  Tetanus: '76902006',
  'Human papillomavirus': '240532009',
  Measles: '14189004',
} as const;

interface VaccinationSpec extends EntrySpec {
  vaccine: string;
  against: keyof typeof DISEASES;
  dose?: number;
  on: DayOffset;
  lot?: string;
  by: Author;
}

export function vaccination(chart: Chart, spec: VaccinationSpec): Reference {
  return put(chart, spec, {
    resourceType: 'Immunization',
    status: 'completed',
    vaccineCode: { text: spec.vaccine },
    patient: patientReference(chart),
    occurrenceDateTime: chart.calendar.clinicDate(spec.on),
    primarySource: true,
    ...(spec.lot ? { lotNumber: spec.lot } : {}),
    performer: [{ actor: authorReference(chart, spec.by) }],
    protocolApplied: [
      {
        targetDisease: [concept(spec.against, DISEASES[spec.against])],
        doseNumberPositiveInt: spec.dose ?? 1,
      },
    ],
  });
}
