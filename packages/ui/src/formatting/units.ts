/** UCUM codes and their written forms; what is not listed is shown as the source wrote it. */
const written: Record<string, string> = {
  '10*9/L': '×10⁹/L',
  '10^9/L': '×10⁹/L',
  '10*12/L': '×10¹²/L',
  '10^12/L': '×10¹²/L',
  '10*3/uL': '×10³/µL',
  '10*6/uL': '×10⁶/µL',
  'mm[Hg]': 'mmHg',
  '[degF]': '°F',
  Cel: '°C',
  'kg/m2': 'kg/m²',
  'mL/min/{1.73_m2}': 'mL/min/1.73m²',
  'mL/min/1.73.m2': 'mL/min/1.73m²',
  '/min': 'per minute',
  '{beats}/min': 'beats per minute',
  '{breaths}/min': 'breaths per minute',
  '{score}': '',
  '{#}': '',
  '1': '',
  umol: 'µmol',
  'umol/L': 'µmol/L',
  ug: 'micrograms',
  'ug/L': 'µg/L',
  'ug/mL': 'µg/mL',
  '[iU]': 'units',
  '[iU]/L': 'units/L',
  '[IU]/L': 'units/L',
  'U/L': 'units/L',
  'm[iU]/L': 'mU/L',
  'meq/L': 'mEq/L',
  '[lb_av]': 'lb',
  '[in_i]': 'in',
  '[pH]': 'pH',
  h: 'hours',
  d: 'days',
  wk: 'weeks',
  mo: 'months',
  a: 'years',
};

const joined = new Set(['mg', 'g', 'kg', 'ml', 'mL', 'l', 'L', 'cm', 'mm', 'm', 'lb']);

/** A unit in plain writing: "10*9/L" becomes "×10⁹/L", an annotation such as "{score}" nothing. */
export function plainUnit(unit: string | null | undefined): string {
  if (!unit) return '';
  return written[unit] ?? unit.replace(/\{[^}]*\}/g, '').replace(/10\*/g, '10^');
}

/**
 * A value and its unit as one text. Patients read "250mg" but "5.4 mmol/L"; staff read "250 mg".
 * The space never breaks across lines.
 */
export function joinUnit(value: string, unit: string | null | undefined, dense: boolean): string {
  const plain = plainUnit(unit);
  if (plain === '') return value;
  if (plain === '%' || (!dense && joined.has(plain))) return `${value}${plain}`;
  return `${value}\u00a0${plain}`;
}
