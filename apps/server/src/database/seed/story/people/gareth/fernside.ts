import { ORGANISATIONS, PATIENTS, PROFESSIONALS } from '../../cast.ts';
import type { Chart } from '../../fhir/chart.ts';
import { condition } from '../../fhir/condition.ts';
import { type Curve, valueOn } from '../../fhir/curve.ts';
import { appointment, encounter } from '../../fhir/encounter.ts';
import { type Episode, each, type Scene } from '../../fhir/episode.ts';
import { prescription } from '../../fhir/medicine.ts';
import { bloodPressure, measurement } from '../../fhir/observation.ts';
import { months, spread, weeks, years } from '../../fhir/story-calendar.ts';
import { bloodCounts, START } from './blood-counts.ts';
import { letters, plans } from './fernside-plans.ts';

const { okafor, bell } = PROFESSIONALS;

const CLOZAPINE_CLINIC = 'Fernside House, Clozapine Clinic, ground floor';

const illness: readonly Scene[] = [
  each(condition, [
    {
      key: 'schizophrenia',
      name: 'Schizophrenia',
      snomed: '58214004',
      onset: -years(29),
      by: okafor,
    },
    {
      key: 'drooling',
      name: 'Too much saliva at night',
      snomed: '53827007',
      onset: START + 40,
      by: okafor,
      note: 'Comes with clozapine. Better with hyoscine.',
    },
  ]),
  each(encounter, [
    {
      key: 'admission',
      kind: 'IMP',
      title: 'Stay in hospital to start clozapine',
      on: START - 6,
      nights: 20,
      time: '11:00',
      reason: 'Voices not eased by two other medicines',
      by: okafor,
      place: 'Fernside House, Birch Ward',
    },
  ]),
];

const older = { by: okafor, reason: 'Schizophrenia', whyStopped: 'Did not ease the voices enough' };

const medicines: readonly Scene[] = [
  each(prescription, [
    {
      ...older,
      key: 'risperidone',
      name: 'Risperidone 4mg tablets',
      dose: '1 tablet at night',
      from: -years(7),
      until: -years(4.5),
    },
    {
      ...older,
      key: 'amisulpride',
      name: 'Amisulpride 400mg tablets',
      dose: '1 tablet twice a day',
      from: -years(4.5),
      until: START,
    },
    {
      key: 'clozapine-200',
      name: 'Clozapine 100mg tablets',
      dose: '2 tablets (200 mg) at night',
      reason: 'Schizophrenia',
      from: START,
      until: START + weeks(20),
      whyStopped: 'Dose raised after a blood level',
      by: okafor,
    },
    {
      key: 'clozapine-325',
      name: 'Clozapine 100mg and 25mg tablets',
      dose: '100 mg in the morning and 225 mg at night',
      reason: 'Schizophrenia',
      from: START + weeks(20),
      by: okafor,
    },
    {
      key: 'hyoscine',
      name: 'Hyoscine hydrobromide 300microgram tablets',
      dose: '1 tablet at night, under the tongue',
      reason: 'Too much saliva at night',
      from: START + 44,
      by: okafor,
    },
  ]),
];

const WEIGHT: Curve = {
  seed: 'gareth-weight',
  points: [
    [2.2, 84],
    [1.2, 91.5],
    [0, 89.2],
  ],
  wobble: 0.7,
  decimals: 1,
};

function clinicVisits(chart: Chart): void {
  for (const [index, on] of spread(10, START + weeks(3), -weeks(4)).entries()) {
    const taken = { on, time: '09:50', by: bell };
    measurement(chart, { ...taken, key: `weight-${index + 1}`, test: 'weight', value: valueOn(WEIGHT, on) });
    bloodPressure(chart, {
      ...taken,
      key: `pressure-${index + 1}`,
      systolic: 128 + (index % 4) * 5,
      diastolic: 80 + (index % 3) * 3,
    });
    measurement(chart, { ...taken, key: `pulse-${index + 1}`, test: 'pulse', value: 88 + (index % 5) * 4 });
  }
  for (const [index, on] of spread(8, -years(3), -months(2)).entries()) {
    encounter(chart, {
      key: `review-${index + 1}`,
      kind: 'AMB',
      title: 'Review with psychiatrist',
      on,
      time: '15:00',
      minutes: 40,
      by: okafor,
    });
  }
  for (const [index, on] of spread(10, -years(2.5), -weeks(3)).entries()) {
    encounter(chart, {
      key: `coordinator-${index + 1}`,
      kind: 'HH',
      title: 'Home visit from care coordinator',
      on,
      time: '13:30',
      minutes: 45,
      by: bell,
    });
  }
}

const clinic = {
  title: 'Clozapine clinic',
  with: bell,
  place: CLOZAPINE_CLINIC,
  time: '09:45',
  minutes: 20,
};
const review = {
  title: 'Review with Dr Okafor',
  with: okafor,
  place: 'Fernside House, first floor',
  minutes: 40,
};

const diary: readonly Scene[] = [
  each(appointment, [
    { ...clinic, key: 'appointment-1', on: -weeks(10) },
    { ...clinic, key: 'appointment-2', on: -weeks(6) },
    { ...clinic, key: 'appointment-3', on: -weeks(2) },
    {
      ...clinic,
      key: 'appointment-4',
      on: weeks(2),
      advice: 'You do not need to fast. Tablets are handed out once the count is back.',
    },
    { ...clinic, key: 'appointment-5', on: weeks(6) },
    { ...review, key: 'appointment-6', on: -months(2), time: '15:00' },
    {
      ...review,
      key: 'appointment-7',
      on: months(4),
      time: '15:00',
      advice: 'A Welsh-speaking colleague will join. Rhian is welcome.',
    },
  ]),
];

/** Gareth and the Fernside Recovery Team: two years of clozapine and its blood counts. */
export const garethAtFernside: Episode = {
  organisation: ORGANISATIONS.fernside,
  patient: PATIENTS.gareth,
  team: 'FRT',
  label: 'MENTAL_HEALTH',
  scenes: [illness, medicines, bloodCounts, clinicVisits, diary, plans, letters],
};
