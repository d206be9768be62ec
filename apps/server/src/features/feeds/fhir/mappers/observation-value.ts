import type { ObservationComponent, ObservationReferenceRange } from 'fhir/r4.js';
import type { ReferenceRange } from '../entry-content.ts';
import { nameOfConcept, plainCode } from '../wording/concept.ts';
import { timeInWords } from '../wording/fhir-time.ts';
import {
  type MeasuredValue,
  measuredValue,
  quantityInWords,
  rangeInWords,
  ratioInWords,
} from '../wording/quantity.ts';

/** The value[x] of an Observation or of one of its components. */
export type Valued = Pick<
  ObservationComponent,
  | 'valueBoolean'
  | 'valueCodeableConcept'
  | 'valueDateTime'
  | 'valueInteger'
  | 'valuePeriod'
  | 'valueQuantity'
  | 'valueRange'
  | 'valueRatio'
  | 'valueSampledData'
  | 'valueString'
  | 'valueTime'
>;

/** The value as a number, where it is one. */
export function numberOf(valued: Valued): MeasuredValue | undefined {
  if (valued.valueInteger !== undefined) return { number: valued.valueInteger };
  return measuredValue(valued.valueQuantity);
}

/** The value in words, where it is not a number. */
export function wordsOf(valued: Valued): string | undefined {
  if (valued.valueBoolean !== undefined) return valued.valueBoolean ? 'Yes' : 'No';
  return (
    nameOfConcept(valued.valueCodeableConcept) ??
    valued.valueString ??
    rangeInWords(valued.valueRange) ??
    ratioInWords(valued.valueRatio) ??
    timeInWords(valued.valueDateTime) ??
    valued.valueTime ??
    timeInWords(valued.valuePeriod?.start) ??
    (valued.valueSampledData && 'A recorded trace')
  );
}

/**
 * The usual range that came with a value. Ranges for some people only (an age, a pregnancy) are not taken for
 * everybody's; and a range in another unit than the value is kept as words, so that nothing compares the two.
 */
export function rangeOf(
  ranges: readonly ObservationReferenceRange[] | undefined,
  valued: Valued,
): ReferenceRange | null {
  const general = (ranges ?? []).filter(({ appliesTo, age }) => !appliesTo?.length && !age);
  const chosen = general.find(({ type }) => !type || plainCode(type) === 'normal');
  if (!chosen) return everyRangeInWords(ranges);
  const unit = valued.valueQuantity?.code ?? valued.valueQuantity?.unit;
  const bounds = [chosen.low, chosen.high].filter((bound) => bound !== undefined);
  const comparable = bounds.every(
    (bound) =>
      !unit ||
      !(bound.code ?? bound.unit) ||
      [bound.code, bound.unit].includes(unit) ||
      bound.unit === valued.valueQuantity?.unit,
  );
  if (!comparable) return everyRangeInWords([chosen]);
  const range: ReferenceRange = {};
  if (chosen.low?.value !== undefined) range.low = chosen.low.value;
  if (chosen.high?.value !== undefined) range.high = chosen.high.value;
  if (chosen.text) range.text = chosen.text;
  return Object.keys(range).length > 0 ? range : null;
}

function everyRangeInWords(ranges: readonly ObservationReferenceRange[] | undefined): ReferenceRange | null {
  const lines = (ranges ?? []).map((range) => {
    const bounds = range.text ?? rangeInWords(range) ?? quantityInWords(range.low);
    const who = [...(range.appliesTo ?? []), ...(range.type ? [range.type] : [])]
      .map(nameOfConcept)
      .filter(Boolean);
    return bounds && (who.length > 0 ? `${bounds} (${who.join(', ')})` : bounds);
  });
  const text = lines.filter(Boolean).join('; ');
  return text ? { text } : null;
}
