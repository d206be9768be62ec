import type { FhirResource } from 'fhir/r4.js';
import type { BundleReading, ResourceReading } from './bundle-reading.ts';
import type { FhirProblem } from './fhir-problem.ts';
import { References } from './fhir-references.ts';
import { type FhirSource, itemsOf, type SourceItem } from './fhir-source.ts';
import { labelOf, validateR4 } from './fhir-validation.ts';
import { type EntryResource, entryDraftOf, subjectReferenceOf } from './mappers/map-resource.ts';
import { isEntryType, isReadType } from './read-resources.ts';
import { linkKey, Survey, type SurveyedSource, withIdOfRequest } from './survey.ts';

/** What a run needs to know beside its sources. */
export interface RunSetting {
  /** The day of the run: nobody can be born after it. */
  now: Date;
}

/** Bundles that stand or fall as one. `collection` is what documents, messages and histories are read as. */
const ALL_OR_NOTHING: ReadonlySet<string> = new Set([
  'transaction',
  'collection',
  'document',
  'message',
  'history',
]);
const EACH: ReadonlySet<string> = new Set(['batch', 'searchset', 'batch-response', 'transaction-response']);

/**
 * Reads the files of one run: FHIR R4 as JSON, bundles, arrays or single resources.
 *
 * First every source is read through and checked, so that files resolve each other's references whatever their order
 * and a bundle's verdict is known before anything of it is stored. Then one reading is yielded for each source, in the
 * order given; its `resources()` reads the source a second time and yields drafts one by one. Memory holds one chunk, a
 * small note of each resource, the Patients and the bytes of Binary resources, never a bundle.
 *
 * The caller stores an ALL_OR_NOTHING reading in one database transaction, and the resources of an EACH reading one by
 * one. An entry's `subject.patient` may come from another source of the run; `subject` is null where the resource names
 * nobody, which the caller reports and holds like an unknown patient.
 *
 * What is wrong with a source comes back as problems: nothing is thrown but failures to read the bytes themselves.
 */
export async function* readFhirRun(
  sources: Iterable<FhirSource>,
  { now }: RunSetting,
): AsyncGenerator<BundleReading> {
  const survey = new Survey(now);
  const surveyed: SurveyedSource[] = [];
  for (const source of sources) surveyed.push(await survey.add(source, surveyed.length));
  const owners = survey.owners();
  for (const found of surveyed) {
    yield readingOf(found, (item) => readItem(item, { found, survey, owners, now }));
  }
}

function readingOf(found: SurveyedSource, read: (item: SourceItem) => ResourceReading): BundleReading {
  const { source, head, counts, passedOver, patients } = found;
  const bundleType = head?.bundleType ?? null;
  const problems = [...typeProblems(bundleType), ...found.problems];
  const kind = bundleType !== null && !EACH.has(bundleType) ? 'ALL_OR_NOTHING' : 'EACH';
  const together = kind === 'ALL_OR_NOTHING' || head?.shape === 'RESOURCE';
  const refused =
    head === null || typeProblems(bundleType).length > 0 || (together && found.refused.size > 0);
  return {
    name: source.name,
    shape: head?.shape ?? 'UNREADABLE',
    bundleType,
    kind,
    refused,
    problems,
    problemsLeftOut: found.problemsLeftOut,
    counts,
    passedOver,
    patients: refused ? [] : [...patients.values()],
    resources: async function* () {
      if (refused || head === null) return;
      for await (const item of itemsOf(source, head)) yield read(item);
    },
  };
}

function typeProblems(bundleType: string | null): FhirProblem[] {
  if (bundleType === null || ALL_OR_NOTHING.has(bundleType) || EACH.has(bundleType)) return [];
  const allowed = [...ALL_OR_NOTHING, ...EACH].join(', ');
  const reason = `This bundle type is not in its list: ${allowed}.`;
  return [{ severity: 'error', code: 'value', resource: '', path: 'Bundle.type', reason }];
}

interface ItemSetting extends RunSetting {
  found: SurveyedSource;
  survey: Survey;
  owners: ReturnType<Survey['owners']>;
}

function readItem(item: SourceItem, { found, survey, owners, now }: ItemSetting): ResourceReading {
  const { index, place } = item;
  const resource = withIdOfRequest(item);
  const at = { index, place, label: labelOf({ ...resource }, place) };
  if (found.refused.has(index)) {
    const listed = found.problems.filter((problem) => problem.resource === at.label);
    const problems = listed.length > 0 ? listed : validateR4(resource, { place, now });
    return { ...at, outcome: 'REFUSED', problems };
  }
  const patient = found.patients.get(index);
  if (patient) return { ...at, outcome: 'PATIENT', patient };
  if (item.resource === null || !isReadType(resource.resourceType)) return { ...at, outcome: 'PASSED_OVER' };
  if (!isEntry(resource)) return { ...at, outcome: 'DIRECTORY' };
  const references = new References(survey.index, found.file, resource);
  const draft = entryDraftOf(resource, references);
  const partOf = owners.get(linkKey(draft) ?? '') ?? [];
  const subject = references.subjectOf(subjectReferenceOf(resource, references));
  return { ...at, outcome: 'ENTRY', draft: { ...draft, partOf }, subject };
}

function isEntry(resource: FhirResource): resource is EntryResource {
  return isEntryType(resource.resourceType);
}
