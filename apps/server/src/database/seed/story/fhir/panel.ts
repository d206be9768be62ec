import type { Reference } from 'fhir/r4.js';
import {
  type Author,
  authorReference,
  type Chart,
  concept,
  type EntrySpec,
  type Moment,
  momentOf,
  patientReference,
  put,
} from './chart.ts';
import type { TestName } from './lab-tests.ts';
import { measurement } from './observation.ts';

/** The laboratory that measures for all organisations of the story. */
export const LABORATORY = 'Northgate Pathology';

interface PanelSpec extends EntrySpec, Moment {
  name: string;
  snomed?: string;
  values: Partial<Record<TestName, number>>;
  /** Who asked for it and reads it first. */
  requestedBy: Author;
  conclusion?: string;
}

/** A laboratory report with one observation for each value. */
export function panel(chart: Chart, spec: PanelSpec): Reference {
  const taken = {
    label: spec.label,
    on: spec.on,
    time: spec.time ?? '09:10',
    anyDay: spec.anyDay,
    by: LABORATORY,
  };
  const result = Object.entries(spec.values).map(([test, value]) =>
    measurement(chart, {
      ...taken,
      key: `${spec.key}-${test}`,
      test: test as TestName,
      value,
      category: 'laboratory',
    }),
  );
  return put(chart, spec, {
    resourceType: 'DiagnosticReport',
    status: 'final',
    category: [
      {
        coding: [
          { system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'LAB', display: 'Laboratory' },
        ],
      },
    ],
    code: concept(spec.name, spec.snomed),
    subject: patientReference(chart),
    effectiveDateTime: momentOf(chart, taken, taken.time),
    issued: momentOf(chart, { ...spec, time: '18:40' }, '18:40'),
    performer: [{ display: LABORATORY }],
    resultsInterpreter: [authorReference(chart, spec.requestedBy)],
    result,
    ...(spec.conclusion ? { conclusion: spec.conclusion } : {}),
  });
}

interface ReportSpec extends EntrySpec, Moment {
  name: string;
  snomed?: string;
  by: Author;
  conclusion: string;
}

/** A report in words alone: an X-ray, a heart scan. */
export function report(chart: Chart, spec: ReportSpec): Reference {
  return put(chart, spec, {
    resourceType: 'DiagnosticReport',
    status: 'final',
    code: concept(spec.name, spec.snomed),
    subject: patientReference(chart),
    effectiveDateTime: momentOf(chart, spec, '11:00'),
    issued: momentOf(chart, { ...spec, time: '19:15' }, '19:15'),
    performer: [authorReference(chart, spec.by)],
    conclusion: spec.conclusion,
  });
}
