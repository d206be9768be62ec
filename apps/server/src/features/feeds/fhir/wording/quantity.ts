import type { Quantity, Range, Ratio } from 'fhir/r4.js';

/** A measured value; `unit` is written for people, `unitCode` is UCUM's where the sender gave it. */
export interface MeasuredValue {
  number: number;
  comparator?: '<' | '<=' | '>=' | '>';
  unit?: string;
  unitCode?: string;
}

const READABLE_UNITS: Record<string, string> = {
  'mm[Hg]': 'mmHg',
  'kg/m2': 'kg/m²',
  '/min': 'a minute',
  '{steps}': 'steps',
  '[in_i]': 'inches',
  '[lb_av]': 'lb',
  Cel: '°C',
  '[degF]': '°F',
  '10*3/uL': '×10³/µL',
  '10*6/uL': '×10⁶/µL',
  '10*9/L': '×10⁹/L',
  '10*12/L': '×10¹²/L',
  'umol/L': 'µmol/L',
  'ug/L': 'µg/L',
  uL: 'µL',
  'mL/min/{1.73_m2}': 'mL/min/1.73m²',
  'mL/min/1.73.m2': 'mL/min/1.73m²',
  'm[IU]/L': 'mIU/L',
  '[IU]/L': 'IU/L',
  '/d': 'a day',
  'L/min': 'L/min',
  'l/min': 'L/min',
  'mmol/L': 'mmol/L',
  'g/L': 'g/L',
  'g/dL': 'g/dL',
  'mg/dL': 'mg/dL',
  'mmol/mol': 'mmol/mol',
  '%': '%',
  kg: 'kg',
  g: 'g',
  mg: 'mg',
  m: 'm',
  cm: 'cm',
  mL: 'mL',
  '{score}': '',
  '{nominal}': '',
  '{#}': '',
  '1': '',
};

/** A unit as people write it: some senders spell out `millimeter of mercury`. */
function readableUnit(quantity: Quantity): string | undefined {
  const { code = '', unit = code } = quantity;
  return READABLE_UNITS[code] ?? READABLE_UNITS[unit] ?? (unit || undefined);
}

/** The number of a quantity; undefined where it carries none. */
export function measuredValue(quantity: Quantity | undefined): MeasuredValue | undefined {
  if (quantity?.value === undefined) return undefined;
  const { value: number, comparator, code } = quantity;
  const unit = readableUnit(quantity);
  return {
    number,
    ...(comparator && { comparator }),
    ...(unit && { unit }),
    ...(code && { unitCode: code }),
  };
}

/** `5.1 mmol/L`, `<5 mg/L`, `97%`. */
export function valueInWords(value: MeasuredValue): string {
  const { number, comparator = '', unit } = value;
  const sign = { '<=': '≤', '>=': '≥' }[comparator as string] ?? comparator;
  if (!unit) return `${sign}${number}`;
  return unit === '%' ? `${sign}${number}%` : `${sign}${number} ${unit}`;
}

/** A quantity in words, as far as it says anything. */
export function quantityInWords(quantity: Quantity | undefined): string | undefined {
  const value = measuredValue(quantity);
  return value && valueInWords(value);
}

/** `3.5 to 5.3 mmol/L`, `at least 4`, `up to 10`. */
export function rangeInWords(range: Range | undefined): string | undefined {
  const low = measuredValue(range?.low);
  const high = measuredValue(range?.high);
  if (low && high) return `${low.number} to ${valueInWords(high)}`;
  if (low) return `at least ${valueInWords(low)}`;
  return high && `up to ${valueInWords(high)}`;
}

/** `1:128`, `5 mg per 1 mL`. */
export function ratioInWords(ratio: Ratio | undefined): string | undefined {
  const above = measuredValue(ratio?.numerator);
  const below = measuredValue(ratio?.denominator);
  if (!above || !below) return undefined;
  if (!above.unit && !below.unit) return `${above.number}:${below.number}`;
  return `${valueInWords(above)} per ${valueInWords(below)}`;
}
