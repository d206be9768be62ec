import type { FhirResource, Patient, Reference } from 'fhir/r4.js';
import { PROBLEMS_KEPT } from './bundle-reading.ts';
import type { SourceLink } from './entry-content.ts';
import { type FhirProblem, UnreadableSource } from './fhir-problem.ts';
import { References } from './fhir-references.ts';
import {
  asRecord,
  type FhirSource,
  headOf,
  itemsOf,
  type SourceHead,
  type SourceItem,
} from './fhir-source.ts';
import { labelOf, validateR4 } from './fhir-validation.ts';
import { sourceKeyOf } from './identifiers.ts';
import { patientFrom } from './mappers/patient.ts';
import type { PatientDraft } from './patient-draft.ts';
import { isReadType } from './read-resources.ts';
import { binaryOf, ReferenceIndex } from './reference-index.ts';

/** What the first pass over one source found. */
export interface SurveyedSource {
  source: FhirSource;
  file: number;
  /** Null for what cannot be read at all. */
  head: SourceHead | null;
  problems: FhirProblem[];
  problemsLeftOut: number;
  /** The positions of resources with an error. */
  refused: Set<number>;
  patients: Map<number, PatientDraft>;
  counts: Record<string, number>;
  passedOver: Record<string, number>;
}

interface Listing {
  file: number;
  owner: FhirResource;
  members: Reference[];
}

/** The first pass over a run: every resource is checked, and remembered for what may refer to it. */
export class Survey {
  readonly index = new ReferenceIndex();
  private readonly listings: Listing[] = [];
  private readonly now: Date;

  constructor(now: Date) {
    this.now = now;
  }

  async add(source: FhirSource, file: number): Promise<SurveyedSource> {
    const found: SurveyedSource = {
      source,
      file,
      head: null,
      problems: [],
      problemsLeftOut: 0,
      refused: new Set(),
      patients: new Map(),
      counts: {},
      passedOver: {},
    };
    try {
      const head = await headOf(source);
      for await (const item of itemsOf(source, head)) this.look(item, found);
      return { ...found, head };
    } catch (error) {
      if (!(error instanceof UnreadableSource)) throw error;
      return { ...found, problems: [error.problem], problemsLeftOut: 0 };
    }
  }

  /** The reports and panels that list a result, by the result's link. Complete once every source was added. */
  owners(): Map<string, SourceLink[]> {
    const owners = new Map<string, SourceLink[]>();
    for (const { file, owner, members } of this.listings) {
      const references = new References(this.index, file, owner);
      const link = { resourceType: owner.resourceType, sourceKey: sourceKeyOf(owner) };
      for (const member of members) {
        const key = linkKey(references.linkOf(member, 'Observation'));
        if (key) owners.set(key, [...(owners.get(key) ?? []), link]);
      }
    }
    return owners;
  }

  private look(item: SourceItem, found: SurveyedSource): void {
    if (item.resource === null) {
      note(found, item, requestProblems(item));
      found.passedOver['(none)'] = (found.passedOver['(none)'] ?? 0) + 1;
      return;
    }
    const problems = [
      ...requestProblems(item),
      ...validateR4(item.resource, { place: item.place, now: this.now }),
    ];
    note(found, item, problems);
    if (found.refused.has(item.index)) return;
    const resource = withIdOfRequest(item);
    const type = resource.resourceType;
    const tally = isReadType(type) ? found.counts : found.passedOver;
    tally[type] = (tally[type] ?? 0) + 1;
    this.remember(resource, item, found);
  }

  private remember(resource: FhirResource, item: SourceItem, found: SurveyedSource): void {
    const patient = resource.resourceType === 'Patient' ? patientFrom(resource as Patient) : undefined;
    if (patient) found.patients.set(item.index, patient);
    const more = { ...(patient && { patient }), binary: binaryOf(resource) };
    this.index.add(resource, { file: found.file, fullUrl: item.fullUrl }, more);
    const members =
      resource.resourceType === 'DiagnosticReport'
        ? resource.result
        : resource.resourceType === 'Observation'
          ? resource.hasMember
          : undefined;
    if (!members?.length) return;
    const { resourceType, id, identifier } = resource as Extract<
      FhirResource,
      { resourceType: 'Observation' }
    >;
    const owner = { resourceType, id: id ?? sourceKeyOf(resource), identifier } as FhirResource;
    this.listings.push({ file: found.file, owner, members });
  }
}

/** One string for a link, to look it up by. */
export function linkKey(link: SourceLink | null): string | null {
  return link && `${link.resourceType} ${link.sourceKey}`;
}

/** The resource of an item; a PUT names its id in the address, which some senders leave out of the resource. */
export function withIdOfRequest({ resource, request }: SourceItem): FhirResource {
  const id =
    request?.method === 'PUT' ? /^[A-Za-z]+\/([A-Za-z0-9.-]{1,64})$/.exec(request.url)?.[1] : undefined;
  const checked = resource as FhirResource;
  return id && checked.id === undefined ? { ...checked, id } : checked;
}

function note(found: SurveyedSource, item: SourceItem, problems: FhirProblem[]): void {
  if (problems.some(({ severity }) => severity === 'error')) found.refused.add(item.index);
  const kept = problems.slice(0, PROBLEMS_KEPT - found.problems.length);
  found.problems.push(...kept);
  found.problemsLeftOut += problems.length - kept.length;
}

function requestProblems({ request, resource, place }: SourceItem): FhirProblem[] {
  const label = labelOf(asRecord(resource), place);
  const say = (severity: FhirProblem['severity'], reason: string): FhirProblem[] => [
    { severity, code: 'not-supported', resource: label, path: 'Bundle.entry.request.method', reason },
  ];
  const method = request?.method ?? '';
  if (method === 'DELETE' || method === 'PATCH') {
    return say('error', `${method} is not done here: send the resource with its new content or status.`);
  }
  if (resource !== null) return [];
  if (method === 'GET' || method === 'HEAD')
    return say('information', 'Requests to read are not answered here.');
  return say('error', 'This entry carries no resource.');
}
