import type { GoalTarget, Reference } from 'fhir/r4.js';
import {
  type Author,
  authorReference,
  type Chart,
  concept,
  type EntrySpec,
  namedReference,
  patientReference,
  put,
} from './chart.ts';
import { TESTS, type TestName } from './lab-tests.ts';
import type { DayOffset } from './story-calendar.ts';

interface CarePlanSpec extends EntrySpec {
  title: string;
  kind: 'Care plan' | 'Safety plan' | 'Support plan' | 'Self-management plan';
  summary: string;
  from: DayOffset;
  /** When it is looked at again. */
  review: DayOffset;
  by: Author;
  /** The plan's parts in reading order, heading and the person's own words. */
  sections: ReadonlyArray<readonly [heading: string, words: string]>;
  /** Keys of the same chart's conditions and goals. */
  addresses?: readonly string[];
  goals?: readonly string[];
  superseded?: boolean;
}

export function carePlan(chart: Chart, spec: CarePlanSpec): Reference {
  const { calendar } = chart;
  return put(chart, spec, {
    resourceType: 'CarePlan',
    status: spec.superseded ? 'completed' : 'active',
    intent: 'plan',
    category: [{ text: spec.kind }],
    title: spec.title,
    description: spec.summary,
    subject: patientReference(chart),
    period: { start: calendar.clinicDate(spec.from), end: calendar.clinicDate(spec.review) },
    created: calendar.clinicDate(spec.from),
    author: authorReference(chart, spec.by),
    ...(spec.addresses
      ? { addresses: spec.addresses.map((key) => namedReference(chart, key, 'Condition')) }
      : {}),
    ...(spec.goals ? { goal: spec.goals.map((key) => namedReference(chart, key, 'Goal')) } : {}),
    activity: spec.sections.map(([heading, words]) => ({
      detail: {
        status: spec.superseded ? 'completed' : 'in-progress',
        code: { text: heading },
        description: words,
      },
    })),
  });
}

interface GoalSpec extends EntrySpec {
  aim: string;
  from: DayOffset;
  due: DayOffset;
  progress: 'in-progress' | 'improving' | 'achieved' | 'not-achieved';
  target?: { test: TestName; atMost?: number; atLeast?: number };
  note?: string;
  by: Author;
}

function goalTarget(chart: Chart, spec: GoalSpec): GoalTarget[] {
  const dueDate = chart.calendar.clinicDate(spec.due);
  if (!spec.target) return [{ dueDate }];
  const test = TESTS[spec.target.test];
  const bound = (value: number) => ({ value, unit: test.unit, system: 'http://unitsofmeasure.org' });
  const detailRange = {
    ...(spec.target.atLeast === undefined ? {} : { low: bound(spec.target.atLeast) }),
    ...(spec.target.atMost === undefined ? {} : { high: bound(spec.target.atMost) }),
  };
  const loinc = 'loinc' in test ? { coding: [{ system: 'http://loinc.org', code: test.loinc }] } : {};
  return [{ measure: { ...loinc, text: test.name }, detailRange, dueDate }];
}

export function goal(chart: Chart, spec: GoalSpec): Reference {
  return put(chart, spec, {
    resourceType: 'Goal',
    lifecycleStatus: spec.progress === 'achieved' ? 'completed' : 'active',
    achievementStatus: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/goal-achievement', code: spec.progress }],
    },
    description: concept(spec.aim),
    subject: patientReference(chart),
    startDate: chart.calendar.clinicDate(spec.from),
    expressedBy: authorReference(chart, spec.by),
    target: goalTarget(chart, spec),
    ...(spec.note ? { note: [{ text: spec.note }] } : {}),
  });
}
