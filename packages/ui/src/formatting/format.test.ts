import { describe, expect, it } from 'vitest';
import { english, translateIn } from '../i18n/index.ts';
import { createFormat } from './format.ts';
import messages from './formatting.messages.json';
import { dayKey } from './moments.ts';
import { plainUnit } from './units.ts';

const t = translateIn(english, messages);
const patient = createFormat('patient', english, t);
const staff = createFormat('professional', english, t);
const nbsp = '\u00a0';

describe('dates', () => {
  it('are written in full for patients and as dd-Mmm-yyyy for staff', () => {
    expect(patient.date('2026-08-06')).toBe('6 August 2026');
    expect(patient.longDate('2026-08-06')).toBe('Thursday 6 August 2026');
    expect(staff.date('2026-08-06')).toBe('06-Aug-2026');
    expect(staff.longDate('2026-08-06')).toBe('Thu 06-Aug-2026');
    expect(staff.date('2026-09-01')).toBe('01-Sep-2026');
  });

  it('keep to what is known when the record has only a month or a year', () => {
    expect(patient.date('2026-08')).toBe('August 2026');
    expect(staff.date('2026-08')).toBe('Aug-2026');
    expect(patient.date('1987')).toBe('1987');
  });

  it('are London days whatever the zone of the instant', () => {
    expect(patient.date('2026-08-06T23:30:00Z')).toBe('7 August 2026');
    expect(dayKey('2026-01-06T23:30:00Z')).toBe('2026-01-06');
    expect(dayKey('2026-08-06T23:30:00Z')).toBe('2026-08-07');
  });

  it('are refused when there is no such day', () => {
    expect(() => patient.date('2026-02-31')).toThrow(RangeError);
    expect(() => patient.date('soon')).toThrow(RangeError);
  });

  it('join into ranges with "to"', () => {
    expect(patient.dateRange('2026-08-06', '2026-08-08')).toBe('6 August 2026 to 8 August 2026');
  });
});

describe('times', () => {
  it.each([
    ['2026-08-06T16:30:00Z', '5:30pm', '17:30'],
    ['2026-01-06T09:00:00Z', '9am', '09:00'],
    ['2026-01-06T12:00:00Z', 'midday', '12:00'],
    ['2026-01-06T00:00:00Z', 'midnight', '00:00'],
    ['2026-01-06T00:15:00Z', '12:15am', '00:15'],
    ['2026-08-05T23:00:00Z', 'midnight', '00:00'],
  ])('%s is %s for patients and %s for staff', (moment, plain, dense) => {
    expect(patient.time(moment)).toBe(plain);
    expect(staff.time(moment)).toBe(dense);
  });

  it('follow the date, and are left out where the record has none', () => {
    expect(patient.dateTime('2026-08-06T16:30:00Z')).toBe('6 August 2026 at 5:30pm');
    expect(staff.dateTime('2026-08-06T16:30:00Z')).toBe('06-Aug-2026 17:30');
    expect(patient.dateTime('2026-08-06')).toBe('6 August 2026');
  });

  it('say how long ago, then the date', () => {
    const now = new Date('2026-08-06T12:00:00Z');
    expect(patient.ago('2026-08-06T11:59:30Z', now)).toBe('just now');
    expect(patient.ago('2026-08-06T11:59:00Z', now)).toBe('1 minute ago');
    expect(patient.ago('2026-08-06T09:00:00Z', now)).toBe('3 hours ago');
    expect(patient.ago('2026-08-04T09:00:00Z', now)).toBe('2 days ago');
    expect(patient.ago('2026-05-04T09:00:00Z', now)).toBe('4 May 2026');
    expect(patient.day('2026-08-06T08:00:00Z', now)).toBe('Today');
    expect(patient.day('2026-08-05T08:00:00Z', now)).toBe('Yesterday');
    expect(patient.day('2026-08-04T08:00:00Z', now)).toBe('Tuesday 4 August 2026');
  });
});

describe('people', () => {
  const jane = { given: 'Jane', family: 'Smith', title: 'Mrs', preferred: 'Janey' };

  it('are named as they like by patients and by family name for staff', () => {
    expect(patient.name(jane)).toBe('Janey Smith');
    expect(staff.name(jane)).toBe('SMITH, Jane (Mrs)');
    expect(staff.name({ given: 'Jane', family: 'Smith' })).toBe('SMITH, Jane');
  });

  it('have NHS numbers in threes and fours that never break', () => {
    expect(patient.nhsNumber('4857773456')).toBe(`485${nbsp}777${nbsp}3456`);
    expect(patient.nhsNumber('485 777 3456')).toBe(`485${nbsp}777${nbsp}3456`);
    expect(patient.nhsNumber('12345')).toBe('12345');
  });

  it('turn a year older on their birthday in London', () => {
    expect(patient.age('1980-08-06', new Date('2026-08-05T12:00:00Z'))).toBe('45 years');
    expect(patient.age('1980-08-06', new Date('2026-08-05T23:30:00Z'))).toBe('46 years');
    expect(patient.age('2025-12-20', new Date('2026-08-06T12:00:00Z'))).toBe('7 months');
  });
});

describe('values', () => {
  it('join simple units for patients and space them for staff', () => {
    expect(patient.quantity({ value: 250, unit: 'mg' })).toBe('250mg');
    expect(staff.quantity({ value: 250, unit: 'mg' })).toBe(`250${nbsp}mg`);
    expect(patient.quantity({ value: '5.40', unit: 'mmol/L' })).toBe(`5.40${nbsp}mmol/L`);
    expect(patient.quantity({ value: 45, unit: '%' })).toBe('45%');
    expect(patient.quantity({ value: 9, unit: '{score}' })).toBe('9');
  });

  it('say comparisons in words to patients and by sign to staff', () => {
    expect(patient.quantity({ value: 0.1, unit: 'mmol/L', comparator: '<' })).toBe(
      `less than 0.1${nbsp}mmol/L`,
    );
    expect(staff.quantity({ value: 0.1, unit: 'mmol/L', comparator: '<' })).toBe(`<0.1${nbsp}mmol/L`);
  });

  it('say a range with both ends, one end, or nothing', () => {
    expect(patient.range({ low: 3.5, high: 5.3, unit: 'mmol/L' })).toBe(`3.5 to 5.3${nbsp}mmol/L`);
    expect(patient.range({ high: 5, unit: 'mmol/L' })).toBe(`up to 5${nbsp}mmol/L`);
    expect(patient.range({ low: 60 })).toBe('60 or more');
    expect(patient.range({})).toBe('');
  });

  it('write units plainly and leave unknown ones as they came', () => {
    expect(plainUnit('10*9/L')).toBe('×10⁹/L');
    expect(plainUnit('mm[Hg]')).toBe('mmHg');
    expect(plainUnit('mL/min/{1.73_m2}')).toBe('mL/min/1.73m²');
    expect(plainUnit('furlong')).toBe('furlong');
    expect(plainUnit(null)).toBe('');
  });
});
