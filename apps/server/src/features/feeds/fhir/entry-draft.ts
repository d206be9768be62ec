import type { CodeableConcept, FhirResource } from 'fhir/r4.js';
import type { EntryContent, SourceLink } from './entry-content.ts';
import { sourceKeyOf } from './identifiers.ts';
import type { EntryResourceType } from './read-resources.ts';
import { codeOf, type EntryCode, plainCode } from './wording/concept.ts';
import type { TimePrecision, When } from './wording/fhir-time.ts';

export type EntryKind = keyof EntryContent;

/** A file that came inside a document or report. Its content type is what the sender says; it is not yet checked. */
export interface DraftAttachment {
  title: string;
  contentType: string;
  bytes: Buffer;
  /** ISO instant, or null. */
  createdAt: string | null;
}

/** A record entry as one resource describes it, before it is known whose record it belongs to. */
export type EntryDraft = { [K in EntryKind]: DraftOfKind<K> }[EntryKind];

interface DraftOfKind<K extends EntryKind> extends EntryBody<K> {
  resourceType: EntryResourceType;
  /** With the sender and the type, what makes a second sending the same entry: see sourceKeyOf. */
  sourceKey: string;
  /** The resource's id at the sender, by which other resources may refer to it. */
  resourceId: string | null;
  status: 'CURRENT' | 'ENTERED_IN_ERROR';
  /** ISO instants; null where the sender gave no time. */
  occurredAt: string | null;
  occurredPrecision: TimePrecision | null;
  endsAt: string | null;
  code: EntryCode | null;
  /** Codes of meta.security (`R`, `V` …). */
  securityLabels: string[];
  /** What this belongs to: the report that lists this result. */
  partOf: SourceLink[];
  attachments: DraftAttachment[];
  /** The resource as it came. Decimals keep their value, not their trailing zeros. */
  resource: FhirResource;
}

interface EntryBody<K extends EntryKind> {
  kind: K;
  /** FHIR's own status code, as sent. */
  fhirStatus: string | null;
  /** A plain name for people; the clinical term is in `code.display`. */
  title: string;
  /** One line for lists; empty where the title says all. */
  summary: string;
  content: EntryContent[K];
}

/** What a mapper says about its resource; the rest is the same for every type. */
export type Mapped = { [K in EntryKind]: MappedKind<K> }[EntryKind];

interface MappedKind<K extends EntryKind> extends EntryBody<K> {
  when: When;
  concept: CodeableConcept | undefined;
  attachments?: DraftAttachment[];
}

/** Completes what a mapper said with what every entry has. */
export function draftOf(
  resource: FhirResource & { resourceType: EntryResourceType },
  mapped: Mapped,
): EntryDraft {
  const { when, concept, attachments = [], ...body } = mapped;
  return {
    ...body,
    resourceType: resource.resourceType,
    sourceKey: sourceKeyOf(resource),
    resourceId: resource.id ?? null,
    status: isEnteredInError(resource) ? 'ENTERED_IN_ERROR' : 'CURRENT',
    occurredAt: when.start?.at ?? null,
    occurredPrecision: when.start?.precision ?? null,
    endsAt: when.end?.at ?? null,
    code: codeOf(concept),
    securityLabels: (resource.meta?.security ?? [])
      .map(({ code }) => code)
      .filter((code) => code !== undefined),
    partOf: [],
    attachments,
    resource,
  } as EntryDraft;
}

function isEnteredInError(resource: FhirResource): boolean {
  const error = 'entered-in-error';
  if ('status' in resource && resource.status === error) return true;
  if (resource.resourceType === 'Goal') return resource.lifecycleStatus === error;
  if (resource.resourceType === 'DocumentReference') return resource.docStatus === error;
  return (
    (resource.resourceType === 'Condition' || resource.resourceType === 'AllergyIntolerance') &&
    plainCode(resource.verificationStatus) === error
  );
}

/** Leaves out what is absent: undefined, and lists with nothing in them. Null stays: it says something. */
export function present<T extends object>(properties: T): T {
  const kept = Object.entries(properties).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept) as T;
}
