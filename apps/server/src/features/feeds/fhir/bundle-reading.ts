import type { EntryDraft } from './entry-draft.ts';
import type { FhirProblem } from './fhir-problem.ts';
import type { SubjectLink } from './fhir-references.ts';
import type { PatientDraft } from './patient-draft.ts';

/** What one file or request body came to. */
export interface BundleReading {
  /** The source's name. */
  name: string;
  shape: 'BUNDLE' | 'ARRAY' | 'RESOURCE' | 'UNREADABLE';
  bundleType: string | null;
  /**
   * ALL_OR_NOTHING: store everything in one transaction (transaction, collection, document, history bundles).
   * EACH: every resource stands alone (batch, searchset, array, single resource).
   */
  kind: 'ALL_OR_NOTHING' | 'EACH';
  /** Nothing of this source may be stored; `problems` says why, `patients` is empty and `resources()` yields nothing. */
  refused: boolean;
  /** At most PROBLEMS_KEPT of them, in the order of the source. */
  problems: FhirProblem[];
  /** How many problems there were beyond those listed. */
  problemsLeftOut: number;
  /** Resources read, by type. */
  counts: Record<string, number>;
  /** Resources of types that have no place in a record, by type: passed over without harm. */
  passedOver: Record<string, number>;
  /** Everybody whom the source describes. */
  patients: PatientDraft[];
  /** Reads the source a second time and yields its resources in their order. May be called again. */
  resources(): AsyncIterable<ResourceReading>;
}

/** What one resource of a source came to. */
export type ResourceReading = ReadPlace &
  (
    | { outcome: 'ENTRY'; draft: EntryDraft /** Null where it names nobody. */; subject: SubjectLink | null }
    | { outcome: 'PATIENT'; patient: PatientDraft }
    /** A practitioner, an organisation or the bytes of a document: read for what refers to it. */
    | { outcome: 'DIRECTORY' }
    | { outcome: 'PASSED_OVER' }
    | { outcome: 'REFUSED'; problems: FhirProblem[] }
  );

export interface ReadPlace {
  index: number;
  /** `entry[4]`, `[4]`, or empty for a single resource. */
  place: string;
  /** `Observation/123`, else the place. */
  label: string;
}

export const PROBLEMS_KEPT = 500;
