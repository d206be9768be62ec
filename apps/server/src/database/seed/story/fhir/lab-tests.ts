import type { DemoPatient } from '../cast-shapes.ts';

/** Bounds the sending laboratory prints; either side may be open. */
export interface UsualRange {
  low?: number;
  high?: number;
}

/** A measured quantity: its British name, LOINC code where one is certain, and the unit it is reported in. */
export interface MeasuredTest {
  name: string;
  loinc?: string;
  /** As printed on the report. */
  unit: string;
  /** UCUM; left out where it reads the same as the printed unit. */
  ucum?: string;
  decimals: number;
  range?: UsualRange | Record<DemoPatient['gender'], UsualRange>;
}

const COUNT = { unit: '10*9/L' };

/** What Northgate Pathology and the clinics measure in the story. */
export const TESTS = {
  haemoglobin: {
    name: 'Haemoglobin',
    loinc: '718-7',
    unit: 'g/L',
    decimals: 0,
    range: { female: { low: 115, high: 165 }, male: { low: 130, high: 180 } },
  },
  whiteCells: {
    name: 'White cell count',
    loinc: '6690-2',
    ...COUNT,
    decimals: 1,
    range: { low: 4, high: 11 },
  },
  neutrophils: { name: 'Neutrophils', loinc: '751-8', ...COUNT, decimals: 1, range: { low: 2, high: 7.5 } },
  platelets: { name: 'Platelets', loinc: '777-3', ...COUNT, decimals: 0, range: { low: 150, high: 450 } },
  sodium: { name: 'Sodium', loinc: '2951-2', unit: 'mmol/L', decimals: 0, range: { low: 133, high: 146 } },
  potassium: {
    name: 'Potassium',
    loinc: '2823-3',
    unit: 'mmol/L',
    decimals: 1,
    range: { low: 3.5, high: 5.3 },
  },
  urea: { name: 'Urea', loinc: '22664-7', unit: 'mmol/L', decimals: 1, range: { low: 2.5, high: 7.8 } },
  creatinine: {
    name: 'Creatinine',
    loinc: '14682-9',
    unit: 'umol/L',
    decimals: 0,
    range: { female: { low: 45, high: 84 }, male: { low: 59, high: 104 } },
  },
  egfr: {
    name: 'Estimated kidney function (eGFR)',
    loinc: '62238-1',
    unit: 'mL/min/1.73m2',
    ucum: 'mL/min/{1.73_m2}',
    decimals: 0,
    range: { low: 60 },
  },
  tsh: {
    name: 'Thyroid stimulating hormone (TSH)',
    loinc: '3016-3',
    unit: 'mU/L',
    ucum: 'm[IU]/L',
    decimals: 1,
    range: { low: 0.3, high: 4.2 },
  },
  freeT4: { name: 'Free T4', loinc: '14920-3', unit: 'pmol/L', decimals: 1, range: { low: 11, high: 22 } },
  lithium: { name: 'Lithium', loinc: '14334-7', unit: 'mmol/L', decimals: 2, range: { low: 0.4, high: 1 } },
  adjustedCalcium: {
    name: 'Adjusted calcium',
    loinc: '29265-6',
    unit: 'mmol/L',
    decimals: 2,
    range: { low: 2.2, high: 2.6 },
  },
  hba1c: { name: 'HbA1c', loinc: '59261-8', unit: 'mmol/mol', decimals: 0, range: { low: 20, high: 41 } },
  cholesterol: { name: 'Cholesterol', loinc: '14647-2', unit: 'mmol/L', decimals: 1, range: { high: 5 } },
  hdl: { name: 'HDL cholesterol', loinc: '14646-4', unit: 'mmol/L', decimals: 1, range: { low: 1 } },
  triglycerides: {
    name: 'Triglycerides',
    loinc: '14927-8',
    unit: 'mmol/L',
    decimals: 1,
    range: { high: 1.7 },
  },
  albuminCreatinine: {
    name: 'Urine albumin to creatinine ratio',
    loinc: '32294-1',
    unit: 'mg/mmol',
    decimals: 1,
    range: { high: 3 },
  },
  alt: {
    name: 'Alanine aminotransferase (ALT)',
    loinc: '1742-6',
    unit: 'U/L',
    decimals: 0,
    range: { high: 40 },
  },
  crp: { name: 'C-reactive protein (CRP)', loinc: '1988-5', unit: 'mg/L', decimals: 0, range: { high: 5 } },
  ntProBnp: { name: 'NT-proBNP', loinc: '33762-6', unit: 'ng/L', decimals: 0, range: { high: 400 } },
  ferritin: { name: 'Ferritin', loinc: '2276-4', unit: 'ug/L', decimals: 0, range: { low: 15, high: 300 } },
  clozapine: { name: 'Clozapine level', unit: 'mg/L', decimals: 2, range: { low: 0.35, high: 0.6 } },
  weight: { name: 'Weight', loinc: '29463-7', unit: 'kg', decimals: 1 },
  bodyMassIndex: {
    name: 'Body mass index',
    loinc: '39156-5',
    unit: 'kg/m2',
    decimals: 1,
    range: { low: 18.5, high: 25 },
  },
  height: { name: 'Height', loinc: '8302-2', unit: 'cm', decimals: 0 },
  waist: { name: 'Waist', loinc: '8280-0', unit: 'cm', decimals: 0 },
  pulse: {
    name: 'Pulse',
    loinc: '8867-4',
    unit: 'beats a minute',
    ucum: '/min',
    decimals: 0,
    range: { low: 60, high: 100 },
  },
  oxygen: { name: 'Oxygen saturation', loinc: '59408-5', unit: '%', decimals: 0, range: { low: 94 } },
  temperature: {
    name: 'Temperature',
    loinc: '8310-5',
    unit: '°C',
    ucum: 'Cel',
    decimals: 1,
    range: { low: 36, high: 38 },
  },
  peakFlow: { name: 'Peak flow', loinc: '19935-6', unit: 'L/min', decimals: 0 },
  fev1: { name: 'FEV1', loinc: '20150-9', unit: 'L', decimals: 2 },
  fev1Predicted: {
    name: 'FEV1, share of predicted',
    loinc: '20152-5',
    unit: '%',
    decimals: 0,
    range: { low: 80 },
  },
  carbonMonoxide: {
    name: 'Carbon monoxide in breath',
    unit: 'parts per million',
    ucum: '[ppm]',
    decimals: 0,
    range: { high: 6 },
  },
  phq9: { name: 'PHQ-9 score', loinc: '44261-6', unit: 'points', ucum: '{score}', decimals: 0 },
  gad7: { name: 'GAD-7 score', loinc: '70274-6', unit: 'points', ucum: '{score}', decimals: 0 },
  copdAssessment: { name: 'COPD assessment test score', unit: 'points', ucum: '{score}', decimals: 0 },
} as const satisfies Record<string, MeasuredTest>;

export type TestName = keyof typeof TESTS;

/** The bounds that hold for this patient. */
export function usualRange(test: MeasuredTest, gender: DemoPatient['gender']): UsualRange | undefined {
  if (!test.range) return undefined;
  return 'female' in test.range ? test.range[gender] : (test.range as UsualRange);
}
