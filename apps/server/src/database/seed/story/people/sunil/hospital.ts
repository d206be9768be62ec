import { ORGANISATIONS, PATIENTS } from '../../cast.ts';
import type { Chart } from '../../fhir/chart.ts';
import { letter } from '../../fhir/document.ts';
import { appointment, encounter, procedure } from '../../fhir/encounter.ts';
import { type Episode, each, type Scene } from '../../fhir/episode.ts';
import { measurement } from '../../fhir/observation.ts';
import { panel, report } from '../../fhir/panel.ts';
import { type DayOffset, months, years } from '../../fhir/story-calendar.ts';

const HEART_CLINIC = 'Heart failure clinic, Northgate Hospital';
const EMERGENCY = 'Emergency department, Northgate Hospital';
const WARD = 'Ward 9 (cardiology), Northgate Hospital';

interface Admission {
  on: DayOffset;
  nights: number;
  values: { haemoglobin: number; whiteCells: number; platelets: number; crp: number };
  oxygen: number;
}

const ADMISSIONS: readonly Admission[] = [
  {
    on: -years(4.58),
    nights: 9,
    values: { haemoglobin: 134, whiteCells: 8.1, platelets: 244, crp: 11 },
    oxygen: 89,
  },
  {
    on: -years(1.1),
    nights: 6,
    values: { haemoglobin: 126, whiteCells: 9.4, platelets: 231, crp: 18 },
    oxygen: 91,
  },
  {
    on: -years(0.62),
    nights: 5,
    values: { haemoglobin: 122, whiteCells: 12.6, platelets: 260, crp: 54 },
    oxygen: 90,
  },
];

function admissions(chart: Chart): void {
  for (const [index, { on, nights }] of ADMISSIONS.entries()) {
    const key = `stay-${index + 1}`;
    const reason = 'Breathless and swollen: heart failure';
    encounter(chart, {
      key: `${key}-emergency`,
      kind: 'EMER',
      title: 'Emergency attendance',
      on,
      time: '10:50',
      minutes: 290,
      reason,
      by: EMERGENCY,
    });
    encounter(chart, {
      key,
      kind: 'IMP',
      title: 'Stay in hospital',
      on,
      time: '16:30',
      nights,
      reason,
      snomed: '84114007',
      by: WARD,
      place: 'Northgate Hospital, Ward 9',
    });
  }
}

function arrivalTests(chart: Chart): void {
  for (const [index, { on, values, oxygen }] of ADMISSIONS.entries()) {
    const key = `stay-${index + 1}`;
    const arrival = { on, anyDay: true };
    panel(chart, {
      key: `${key}-bloods`,
      name: 'Blood tests on arrival',
      ...arrival,
      time: '11:20',
      values,
      requestedBy: EMERGENCY,
    });
    measurement(chart, {
      key: `${key}-oxygen`,
      test: 'oxygen',
      value: oxygen,
      ...arrival,
      time: '11:00',
      by: EMERGENCY,
    });
    report(chart, {
      key: `${key}-x-ray`,
      name: 'Chest X-ray',
      ...arrival,
      by: 'Radiology, Northgate Hospital',
      conclusion: 'Heart enlarged, with fluid in both lungs.',
    });
  }
}

const tests: readonly Scene[] = [
  each(procedure, [
    {
      key: 'cataract',
      name: 'Cataract surgery, right eye',
      snomed: '110473004',
      on: -years(1.7),
      by: 'Eye unit, Northgate Hospital',
      outcome: 'No problems. New glasses in six weeks.',
    },
    {
      key: 'ecg-1',
      name: 'Heart tracing (ECG)',
      snomed: '29303009',
      on: -years(5.2),
      by: 'Cardiology, Northgate Hospital',
      outcome: 'Atrial fibrillation, 92 beats a minute.',
    },
    {
      key: 'ecg-2',
      name: 'Heart tracing (ECG)',
      snomed: '29303009',
      on: -months(4),
      by: HEART_CLINIC,
      outcome: 'Atrial fibrillation, 70 beats a minute.',
    },
  ]),
  each(report, [
    {
      key: 'echo-1',
      name: 'Heart scan (echocardiogram)',
      snomed: '40701008',
      on: -years(4.55),
      by: 'Cardiology, Northgate Hospital',
      conclusion: 'The left side of the heart pumps weakly: ejection fraction 32 per cent.',
    },
    {
      key: 'echo-2',
      name: 'Heart scan (echocardiogram)',
      snomed: '40701008',
      on: -years(2.3),
      by: 'Cardiology, Northgate Hospital',
      conclusion: 'Some recovery: ejection fraction 41 per cent.',
    },
    {
      key: 'echo-3',
      name: 'Heart scan (echocardiogram)',
      snomed: '40701008',
      on: -months(5),
      by: 'Cardiology, Northgate Hospital',
      conclusion: 'Steady: ejection fraction 40 per cent. Valves working well enough.',
    },
  ]),
  each(panel, [
    {
      key: 'iron',
      name: 'Iron stores',
      on: -months(5),
      values: { haemoglobin: 124, ferritin: 62 },
      requestedBy: HEART_CLINIC,
      conclusion:
        'A little short of iron, which is common in heart failure. We will talk about it in clinic.',
    },
  ]),
];

const clinic = {
  title: 'Heart failure clinic',
  with: HEART_CLINIC,
  place: 'Northgate Hospital, level 4',
  time: '14:15',
  minutes: 30,
};
const diary = each(appointment, [
  { ...clinic, key: 'appointment-1', on: -years(2.3) },
  { ...clinic, key: 'appointment-2', on: -months(12) },
  {
    ...clinic,
    key: 'appointment-3',
    on: -months(9),
    status: 'cancelled',
    whyCancelled: 'Sunil asked for another day',
  },
  { ...clinic, key: 'appointment-4', on: -months(4) },
  {
    ...clinic,
    key: 'appointment-5',
    on: 19,
    advice:
      'Please bring your weight diary and all your tablets. Lifts are by the main door; ask for a wheelchair if you need one.',
  },
  { ...clinic, key: 'appointment-6', on: months(5), title: 'Heart scan', minutes: 45 },
]);

const letters = each(letter, [
  {
    key: 'letter-stay-1',
    title: 'Summary of your first stay on Ward 9',
    kind: 'Discharge summary',
    on: -years(4.58) + 12,
    by: WARD,
    paragraphs: [
      'Dear Mr Rao,',
      'You were in hospital for nine nights because your heart was not pumping well and water had collected in your lungs and legs. You lost 4 kg of water.',
      'You went home on bisoprolol, furosemide and ramipril. Please weigh yourself each morning. If you gain 2 kg in three days, ring the heart failure nurses.',
    ],
  },
  {
    key: 'letter-stay-3',
    title: 'Summary of your stay on Ward 9',
    kind: 'Discharge summary',
    on: -years(0.62) + 8,
    by: WARD,
    paragraphs: [
      'Dear Mr Rao,',
      'You were in hospital for five nights. A chest infection made your heart failure worse. You had antibiotics and furosemide through a drip, and went home 5 kg lighter.',
      'Candesartan was changed to sacubitril with valsartan. Your kidneys need a blood test after two weeks; Harbour Lane Surgery will arrange it.',
      'You told us that evenings are lonely since your wife died. We have written down who you would like to talk to.',
    ],
  },
  {
    key: 'letter-clinic',
    title: 'Your visit to the heart failure clinic',
    kind: 'Clinic letter',
    on: -months(4) + 2,
    by: HEART_CLINIC,
    paragraphs: [
      'Dear Mr Rao,',
      'Your heart is steady, your weight is even and your ankles are dry. The scan shows the same strength as two years ago.',
      'Please keep all tablets as they are. If you are sick or have diarrhoea, stop dapagliflozin and spironolactone until you eat and drink again, and ring us.',
    ],
  },
]);

/** Sunil at Northgate: three stays, the heart clinic and a new lens. No team there writes with him yet. */
export const sunilAtHospital: Episode = {
  organisation: ORGANISATIONS.hospital,
  patient: PATIENTS.sunil,
  scenes: [admissions, arrivalTests, tests, diary, letters],
};
