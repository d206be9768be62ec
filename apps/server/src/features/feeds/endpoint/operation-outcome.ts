import type { OperationOutcome } from 'fhir/r4.js';
import type { FhirProblem } from '../fhir/fhir-problem.ts';

/** Problems as FHIR says them: which resource, which element, and why. */
export function outcomeOf(problems: readonly FhirProblem[]): OperationOutcome {
  return {
    resourceType: 'OperationOutcome',
    issue: problems.map(({ severity, code, resource, path, reason }) => ({
      severity,
      code,
      details: { text: reason },
      diagnostics: [resource, path].filter(Boolean).join(' ') || 'the request',
      ...(path && { expression: [path] }),
    })),
  };
}

/** One sentence about the request itself. */
export function saying(
  code: OperationOutcome['issue'][number]['code'],
  text: string,
  severity: FhirProblem['severity'] = 'error',
): OperationOutcome {
  return { resourceType: 'OperationOutcome', issue: [{ severity, code, details: { text } }] };
}
