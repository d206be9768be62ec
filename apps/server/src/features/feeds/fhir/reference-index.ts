import type { FhirResource } from 'fhir/r4.js';
import { asRecord } from './fhir-source.ts';
import { identifiersOf, sourceKeyOf } from './identifiers.ts';
import type { PatientDraft } from './patient-draft.ts';
import { displayNameOf } from './wording/display-name.ts';

/** What is remembered of a resource that others may refer to: little, for there may be a great many. */
export interface Target {
  resourceType: string;
  sourceKey: string;
  name: string | undefined;
  /** A part of the resource that refers to it, and under that one's label. */
  contained?: true;
  patient?: PatientDraft;
  binary?: { contentType: string; bytes: Buffer };
}

/** Where a resource was found: in which file, and by what address its bundle knows it. */
export interface TargetPlace {
  file: number;
  fullUrl: string | null;
}

const NAMED_ONLY: ReadonlySet<string> = new Set([
  'Claim',
  'ExplanationOfBenefit',
  'Provenance',
  'OperationOutcome',
]);

/**
 * Remembers the resources of one run under every way to refer to them. The same relative reference may mean different
 * things in two files, so each file is asked before the run as a whole.
 */
export class ReferenceIndex {
  private readonly perFile: Map<string, Target>[] = [];
  private readonly wholeRun = new Map<string, Target>();

  add(resource: FhirResource, place: TargetPlace, more: Pick<Target, 'patient' | 'binary'> = {}): void {
    if (NAMED_ONLY.has(resource.resourceType)) return;
    const { resourceType } = resource;
    const target: Target = {
      resourceType,
      sourceKey: sourceKeyOf(resource),
      name: displayNameOf(resource),
      ...more,
    };
    this.perFile[place.file] ??= new Map();
    const own = this.perFile[place.file] as Map<string, Target>;
    for (const key of this.keysOf(resource, place.fullUrl)) {
      own.set(key, target);
      if (!this.wholeRun.has(key)) this.wholeRun.set(key, target);
    }
  }

  /** A `urn:uuid:…`, an address, `Type/id` or `Type?identifier=system|value`; undefined when the run has no such thing. */
  find(reference: string, file: number): Target | undefined {
    for (const key of keysOfReference(reference)) {
      const target = this.perFile[file]?.get(key) ?? this.wholeRun.get(key);
      if (target) return target;
    }
    return undefined;
  }

  findByIdentifier(type: string, identifier: string, file: number): Target | undefined {
    const key = `${type}?${identifier}`;
    return this.perFile[file]?.get(key) ?? this.wholeRun.get(key);
  }

  private keysOf(resource: FhirResource, fullUrl: string | null): string[] {
    const { resourceType: type, id } = resource;
    const identifiers = isNameable(resource) ? identifiersOf(resource) : [];
    return [
      ...(fullUrl ? [fullUrl] : []),
      // A resource whose bundle gives it an address on some server is not to be had by the same id on another.
      ...(id ? [`${type}/${id}`, ...(fullUrl?.startsWith('http') ? [] : [`any:${type}/${id}`])] : []),
      ...identifiers.flatMap(({ system, value }) => (value ? [`${type}?${system ?? ''}|${value}`] : [])),
    ];
  }
}

function isNameable({ resourceType }: FhirResource): boolean {
  return ['Patient', 'Practitioner', 'Organization', 'PractitionerRole', 'Location'].includes(resourceType);
}

function keysOfReference(reference: string): string[] {
  const whole = reference.replace(/\/_history\/[^/]+$/, '');
  const conditional = /^(?:.*\/)?([A-Za-z]+)\?identifier=([^&]+)/.exec(whole);
  if (conditional) return [`${conditional[1]}?${decoded(conditional[2] ?? '')}`];
  if (!/^https?:/.test(whole)) return [whole];
  const tail = whole.split('/').slice(-2).join('/');
  return [whole, `any:${tail}`];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The bytes of a Binary resource, which is base64 by R4's definition. */
export function binaryOf(resource: FhirResource): Target['binary'] {
  if (resource.resourceType !== 'Binary') return undefined;
  const { data, contentType } = asRecord(resource);
  return {
    contentType: String(contentType),
    bytes: Buffer.from(typeof data === 'string' ? data : '', 'base64'),
  };
}
