import type { ContactPoint } from 'fhir/r4.js';

/** Addresses of some systems (`phone`, `sms`), each once, the sender's first choice first. */
export function valuesOf(telecom: readonly ContactPoint[], systems: readonly string[]): string[] {
  const chosen = telecom.filter(({ system, value }) => value && systems.includes(system ?? ''));
  const inOrder = [...chosen].sort((a, b) => (a.rank ?? 99) - (b.rank ?? 99));
  return [...new Set(inOrder.map(({ value }) => value as string))];
}
