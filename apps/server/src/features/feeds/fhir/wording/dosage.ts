import type { Dosage, Timing } from 'fhir/r4.js';
import { nameOfConcept } from './concept.ts';
import { quantityInWords, rangeInWords } from './quantity.ts';

const UNITS: Record<string, string> = {
  s: 'second',
  min: 'minute',
  h: 'hour',
  d: 'day',
  wk: 'week',
  mo: 'month',
  a: 'year',
};

/** How a medicine is taken, in one line: the sender's own words where there are any, else put together. */
export function dosageInWords(dosages: readonly Dosage[] | undefined): string | undefined {
  const inOrder = [...(dosages ?? [])].sort((a, b) => (a.sequence ?? 0) - (b.sequence ?? 0));
  const lines = inOrder.map(oneDosage).filter((line) => line !== '');
  return lines.length > 0 ? lines.join(', then ') : undefined;
}

function oneDosage(dosage: Dosage): string {
  const written = dosage.text ?? dosage.patientInstruction;
  if (written) return written;
  const dose = dosage.doseAndRate?.[0];
  const amount = quantityInWords(dose?.doseQuantity) ?? rangeInWords(dose?.doseRange);
  const parts = [amount, timingInWords(dosage.timing), asNeeded(dosage)];
  return parts.filter((part) => part !== undefined).join(', ');
}

function asNeeded({ asNeededBoolean, asNeededCodeableConcept }: Dosage): string | undefined {
  const reason = nameOfConcept(asNeededCodeableConcept);
  if (reason) return `when needed for ${reason.toLowerCase()}`;
  return asNeededBoolean ? 'when needed' : undefined;
}

/** `twice a day`, `every 8 hours`, `3 times every 2 days`. */
function timingInWords(timing: Timing | undefined): string | undefined {
  const { frequency = 1, period, periodUnit } = timing?.repeat ?? {};
  const unit = periodUnit && UNITS[periodUnit];
  if (!period || !unit) return nameOfConcept(timing?.code);
  const often = frequency === 1 ? 'once' : frequency === 2 ? 'twice' : `${frequency} times`;
  if (period === 1) return `${often} ${unit === 'hour' ? 'an' : 'a'} ${unit}`;
  return frequency === 1 ? `every ${period} ${unit}s` : `${often} every ${period} ${unit}s`;
}
