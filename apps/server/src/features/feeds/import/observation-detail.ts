import { positionOf, type Range } from '../../record/index.ts';
import type { ReferenceRange, ResultComponent, ResultContent } from '../fhir/entry-content.ts';
import type { MeasuredValue } from '../fhir/wording/quantity.ts';

/** A result in the shape of ObservationDetail. */
export function observationDetail(content: ResultContent): object {
  const { value, range } = content;
  return {
    __typename: 'ObservationDetail',
    value: quantity(value),
    text: content.text ?? null,
    components: (content.components ?? []).map(component),
    range: range && fullRange(range),
    position: positionOfValue(value, range),
    note: content.note ?? null,
    specimen: content.specimen ?? null,
    method: content.method ?? null,
    performer: content.performer ?? null,
    dataAbsentReason: content.dataAbsentReason ?? null,
  };
}

function component({ title, code, value, text, low, high }: ResultComponent): object {
  const range =
    low === undefined && high === undefined
      ? null
      : { ...(low !== undefined && { low }), ...(high !== undefined && { high }) };
  return {
    title,
    code: code === undefined ? null : { system: null, code, display: null },
    value: quantity(value),
    text: text ?? null,
    range: range && fullRange(range),
    position: positionOfValue(value, range),
  };
}

const quantity = (value: MeasuredValue | undefined) =>
  value === undefined
    ? null
    : {
        number: value.number,
        comparator: value.comparator ?? null,
        unit: value.unit ?? null,
        unitCode: value.unitCode ?? null,
      };

const fullRange = ({ low, high, text }: ReferenceRange) => ({
  low: low ?? null,
  high: high ?? null,
  text: text ?? null,
});

/** “Below 5” lies somewhere only where every number it may mean lies there. */
function positionOfValue(value: MeasuredValue | undefined, range: Range | null) {
  if (!value?.comparator) return positionOf(value?.number, range);
  const { low = null, high = null } = range ?? {};
  const { number } = value;
  if (value.comparator.startsWith('<')) {
    if (low !== null) return number <= low ? 'BELOW' : 'NO_RANGE';
    return high !== null && number <= high ? 'WITHIN' : 'NO_RANGE';
  }
  if (high !== null) return number >= high ? 'ABOVE' : 'NO_RANGE';
  return low !== null && number >= low ? 'WITHIN' : 'NO_RANGE';
}
