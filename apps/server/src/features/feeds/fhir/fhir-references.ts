import type { FhirResource, Identifier, Reference } from 'fhir/r4.js';
import { readNhsNumber } from '../../people/index.ts';
import type { SourceLink } from './entry-content.ts';
import { isNhsNumberSystem, nhsNumberOf, sourceKeyOf } from './identifiers.ts';
import { PATIENT_RESOURCE_ID, type PatientDraft } from './patient-draft.ts';
import { isEntryType } from './read-resources.ts';
import type { ReferenceIndex, Target } from './reference-index.ts';
import { displayNameOf } from './wording/display-name.ts';

/** Whose record an entry belongs to, as far as the sender said: at least one of the three is known. */
export interface SubjectLink {
  /** The Patient of this run that the entry refers to. */
  patient: PatientDraft | null;
  nhsNumber: string | null;
  /** The sender's own number for a person whose Patient is not in this run. */
  local: { system: string; value: string } | null;
}

/** The references of one resource, followed: into what it contains, its file, then the whole run. */
export class References {
  private readonly contained: readonly FhirResource[];

  constructor(
    private readonly index: ReferenceIndex,
    private readonly file: number,
    resource: FhirResource,
  ) {
    this.contained = ('contained' in resource && resource.contained) || [];
  }

  /**
   * What to call the thing referred to: the sender's words, else its name. Another entry's name is never copied: it
   * stands under a label of its own, which the person may change later, and a copy would go on telling.
   */
  nameOf(reference: Reference | undefined): string | undefined {
    if (reference?.display) return reference.display;
    const target = this.target(reference);
    const isEntry = target !== undefined && !target.contained && isEntryType(target.resourceType);
    return isEntry ? undefined : target?.name || undefined;
  }

  namesOf(references: readonly (Reference | undefined)[] | undefined): string[] {
    const names = (references ?? []).map((one) => this.nameOf(one)).filter((name) => name !== undefined);
    return [...new Set(names)];
  }

  /** Several names as one line; undefined when there are none. */
  nameLine(references: readonly (Reference | undefined)[] | undefined): string | undefined {
    return this.namesOf(references).join(', ') || undefined;
  }

  /** The resource type that is referred to, whether or not the resource is here. */
  typeOf(reference: Reference | undefined): string | undefined {
    const written = /(?:^|\/)([A-Z][A-Za-z]+)[/?]/.exec(reference?.reference ?? '')?.[1];
    return reference?.type ?? this.target(reference)?.resourceType ?? written;
  }

  /** How the thing referred to is keyed as an entry, also when it was sent in another run. */
  linkOf(reference: Reference | undefined, type: string): SourceLink | null {
    const target = this.target(reference);
    if (target) return { resourceType: target.resourceType, sourceKey: target.sourceKey };
    const id = new RegExp(`(?:^|/)${type}/([A-Za-z0-9.-]{1,64})$`).exec(reference?.reference ?? '')?.[1];
    return id ? { resourceType: type, sourceKey: id } : null;
  }

  /** The bytes behind an attachment's address, when it names a Binary of this run. */
  binaryAt(url: string | undefined): Target['binary'] {
    return url ? this.target({ reference: url })?.binary : undefined;
  }

  /** The person a reference means; null when it names nobody. */
  subjectOf(reference: Reference | undefined): SubjectLink | null {
    if (!reference) return null;
    const patient = this.target(reference)?.patient ?? null;
    const nhsNumber = patient?.nhsNumber ?? nhsNumberIn(reference);
    const local = patient ? null : localNumberIn(reference);
    return patient || nhsNumber || local ? { patient, nhsNumber, local } : null;
  }

  private target(reference: Reference | undefined): Target | undefined {
    const written = reference?.reference;
    if (written?.startsWith('#')) return this.containedTarget(written.slice(1));
    const found = written ? this.index.find(written, this.file) : undefined;
    return found ?? this.targetOfIdentifier(reference?.identifier, reference?.type);
  }

  private containedTarget(id: string): Target | undefined {
    const resource = this.contained.find((one) => one.id === id);
    if (!resource) return undefined;
    const { resourceType } = resource;
    return { resourceType, sourceKey: sourceKeyOf(resource), name: displayNameOf(resource), contained: true };
  }

  private targetOfIdentifier(
    identifier: Identifier | undefined,
    type: string | undefined,
  ): Target | undefined {
    if (!identifier?.value) return undefined;
    const key = `${identifier.system ?? ''}|${identifier.value}`;
    const types = type ? [type] : ['Patient', 'Practitioner', 'Organization'];
    return types.map((one) => this.index.findByIdentifier(one, key, this.file)).find((target) => target);
  }
}

function nhsNumberIn({ identifier, reference }: Reference): string | null {
  if (identifier) return nhsNumberOf([identifier]);
  const conditional = /^Patient\?identifier=(.+)\|(.+)$/.exec(reference ?? '');
  if (conditional) return nhsNumberOf([{ system: conditional[1], value: conditional[2] }]);
  // The Personal Demographics Service names a person's resource by their NHS number.
  const spine = /personal-demographics\/.*\/Patient\/(\d{10})$/.exec(reference ?? '')?.[1];
  const reading = spine ? readNhsNumber(spine) : null;
  return reading?.is === 'VALID' ? reading.value : null;
}

function localNumberIn({ identifier, reference }: Reference): SubjectLink['local'] {
  if (identifier?.value && identifier.system && !isNhsNumberSystem(identifier.system)) {
    return { system: identifier.system, value: identifier.value };
  }
  const conditional = /^Patient\?identifier=(.+)\|(.+)$/.exec(reference ?? '');
  if (conditional && !isNhsNumberSystem(conditional[1] ?? '')) {
    return { system: conditional[1] ?? '', value: conditional[2] ?? '' };
  }
  const id = /(?:^|\/)Patient\/([A-Za-z0-9.-]{1,64})$/.exec(reference ?? '')?.[1];
  return id ? { system: PATIENT_RESOURCE_ID, value: id } : null;
}
