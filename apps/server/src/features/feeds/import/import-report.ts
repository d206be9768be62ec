import type { BundleReading } from '../fhir/bundle-reading.ts';
import type { FhirProblem } from '../fhir/fhir-problem.ts';

/** What became of one resource of a source. */
export type Outcome =
  | 'NEW'
  | 'CHANGED'
  | 'UNCHANGED'
  /** The sender has sent a newer version before. */
  | 'OLDER'
  /** Kept aside until a person decides or the sender says whose it is. */
  | 'HELD'
  | 'REFUSED'
  /** Practitioners, organisations, bytes of documents: read for what refers to them. */
  | 'READ'
  | 'PASSED_OVER';

export interface ItemOutcome {
  index: number;
  /** `Observation/123`, else its place in the source. */
  label: string;
  outcome: Outcome;
  /** Opaque id of the entry or record it is or was; null where there is none. */
  stored: string | null;
  problems: readonly FhirProblem[];
}

/** What became of one source. */
export interface SourceReport
  extends Pick<BundleReading, 'name' | 'shape' | 'bundleType' | 'kind' | 'counts' | 'passedOver'> {
  /** Nothing of it was stored. */
  refused: boolean;
  tally: Record<Outcome, number>;
  problems: FhirProblem[];
  /** How many there were beyond those listed. */
  problemsLeftOut: number;
}

/** A record that something of the run belongs to. */
export interface RecordReport {
  /** As clients see it. */
  id: string;
  patientId: string;
  name: string;
  nhsNumber: string | null;
  made: boolean;
}

export interface ImportReport {
  organisation: { ods: string; name: string; made: boolean };
  sources: SourceReport[];
  records: RecordReport[];
  /** Entries held since an earlier run that found their record now. */
  released: number;
}

export const emptyTally = (): Record<Outcome, number> => ({
  NEW: 0,
  CHANGED: 0,
  UNCHANGED: 0,
  OLDER: 0,
  HELD: 0,
  REFUSED: 0,
  READ: 0,
  PASSED_OVER: 0,
});
