import type { FhirProblem } from '../fhir/fhir-problem.ts';

/** Whether PostgreSQL objected to the data; anything else (a lost connection, a full disk) is no fault of the sender's. */
export function isAboutData(error: unknown): boolean {
  const code = codeOf(error);
  return code !== undefined && /^(22|23)/.test(code);
}

/** What a sender is told: never PostgreSQL's own words, which quote the values. */
export function problemOf(error: unknown, label: string): FhirProblem {
  const zero = ['22021', '22P05'].includes(codeOf(error) ?? '');
  const reason = zero
    ? 'It holds a character that no text may hold (U+0000).'
    : 'Something in it cannot be stored: a number or time beyond all bounds.';
  return { severity: 'error', code: 'value', resource: label, path: null, reason };
}

const codeOf = (error: unknown): string | undefined =>
  (error as { driverError?: { code?: string }; code?: string } | null)?.driverError?.code ??
  (error as { code?: string } | null)?.code;
