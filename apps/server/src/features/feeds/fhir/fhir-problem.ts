/**
 * One thing wrong with, or worth saying about, what a sender sent: an OperationOutcome issue in our words.
 * An `error` keeps the resource out (and its whole bundle, where that is all or nothing); a `warning` was stored
 * with something left unread; `information` changes nothing.
 */
export interface FhirProblem {
  severity: 'error' | 'warning' | 'information';
  /** A code of FHIR's issue-type list. */
  code:
    | 'invalid'
    | 'structure'
    | 'required'
    | 'value'
    | 'invariant'
    | 'not-supported'
    | 'business-rule'
    | 'informational';
  /** `Observation/123`, or its place (`entry[4]`) where it has no id; empty for the file itself. */
  resource: string;
  /** The element, such as `Observation.value[x]`; null where the problem is the resource itself. */
  path: string | null;
  /** A sentence for whoever sends the feed. Never carries the person's own details. */
  reason: string;
}

/** Thrown when a file cannot be read at all (XML, broken JSON, no FHIR): the problem says why and where. */
export class UnreadableSource extends Error {
  override readonly name = 'UnreadableSource';
  readonly problem: FhirProblem;

  constructor(code: FhirProblem['code'], reason: string, path: string | null = null) {
    super(reason);
    this.problem = { severity: 'error', code, resource: '', path, reason };
  }
}
