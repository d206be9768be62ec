import type { Bundle, BundleEntry, CodeableConcept, Condition, FhirResource, Reference } from 'fhir/r4.js';
import type { DemoOrganisation, DemoPatient, DemoProfessional, PrivacyLabel } from '../cast-shapes.ts';
import { stableUuid } from './stable-uuid.ts';
import type { DayOffset, StoryCalendar } from './story-calendar.ts';

/** What one organisation holds about one patient while its bundle is being written. */
export interface Chart {
  readonly organisation: DemoOrganisation;
  readonly patient: DemoPatient;
  readonly calendar: StoryCalendar;
  /** The label of entries that name none of their own. */
  readonly label: PrivacyLabel;
  readonly entries: BundleEntry[];
}

/** What every entry of the story has, whatever its kind. */
export interface EntrySpec {
  /** Stable within the organisation and patient; the sender's identifier is made of it. */
  key: string;
  label?: PrivacyLabel;
}

/** When something was taken or looked at. */
export interface Moment {
  on: DayOffset;
  /** London wall-clock time, HH:MM. */
  time?: string;
  /** On the exact day, also at weekends, as in hospital; otherwise on the nearest day a clinic is open. */
  anyDay?: boolean;
}

/** A professional of the cast, or a service that no person of the story stands for. */
export type Author = DemoProfessional | string;

type Identified = Exclude<FhirResource, { resourceType: 'Bundle' }>;

const LABEL_SYSTEM = 'https://heldwell.example/privacy-label';
const SNOMED = 'http://snomed.info/sct';

/** The namespace of an organisation's own entry numbers. */
export function entryIdentifierSystem(ods: string): string {
  return `https://heldwell.example/id/${ods}`;
}

/** A directory entry's bundle key: the same in the directory bundle and in references to it. */
export function practitionerKey(professional: DemoProfessional): string {
  return `${professional.organisation}/practitioner/${professional.key}`;
}

export function organisationKey(ods: string): string {
  return `${ods}/organisation`;
}

/** One transaction entry; importing it twice finds the first by the identifier it carries. */
export function transactionEntry(key: string, resource: Identified): BundleEntry {
  const id = stableUuid(key);
  return {
    fullUrl: `urn:uuid:${id}`,
    resource: { ...resource, id } as FhirResource,
    request: { method: 'POST', url: resource.resourceType },
  };
}

export function transaction(key: string, timestamp: string, entry: BundleEntry[]): Bundle {
  return { resourceType: 'Bundle', id: stableUuid(`${key}/bundle`), type: 'transaction', timestamp, entry };
}

function chartKey(chart: Chart, key: string): string {
  return `${chart.organisation.ods}/${chart.patient.key}/${key}`;
}

export function patientReference(chart: Chart): Reference {
  const { title, given, family } = chart.patient;
  return { ...referenceTo(chart, 'patient', 'Patient'), display: `${title} ${given} ${family}` };
}

/** A moment as a FHIR date-time; `usualTime` where the story names none. */
export function momentOf(chart: Chart, moment: Moment, usualTime: string): string {
  const at = moment.anyDay ? chart.calendar.time : chart.calendar.clinicTime;
  return at(moment.on, moment.time ?? usualTime);
}

/** Points at an entry of the same chart by its key. */
export function referenceTo(chart: Chart, key: string, resourceType: string): Reference {
  return { reference: `urn:uuid:${stableUuid(chartKey(chart, key))}`, type: resourceType };
}

/** The same in the sender's own words: what the condition or goal written before is called. */
export function namedReference(chart: Chart, key: string, resourceType: 'Condition' | 'Goal'): Reference {
  const reference = referenceTo(chart, key, resourceType);
  const found = chart.entries.find(({ fullUrl }) => fullUrl === reference.reference)?.resource;
  const concept = found?.resourceType === 'Goal' ? found.description : (found as Condition | undefined)?.code;
  if (!concept?.text) throw new Error(`There is no ${resourceType} ${key} to name.`);
  return { ...reference, display: concept.text };
}

export function professionalName(professional: DemoProfessional): string {
  return [professional.prefix, professional.given, professional.family].filter(Boolean).join(' ');
}

/** A colleague of the same organisation is referred to; anyone else is known to the sender by name only. */
export function authorReference(chart: Chart, author: Author): Reference {
  if (typeof author === 'string') return { display: author };
  const display = `${professionalName(author)}, ${author.role}`;
  if (author.organisation !== chart.organisation.ods) return { display };
  const reference = `urn:uuid:${stableUuid(practitionerKey(author))}`;
  return { reference, type: 'Practitioner', display };
}

export function organisationReference(chart: Chart): Reference {
  const { ods, name } = chart.organisation;
  return { reference: `urn:uuid:${stableUuid(organisationKey(ods))}`, type: 'Organization', display: name };
}

/** SNOMED CT where a code is known, the words alone where none is. */
export function concept(text: string, snomed?: string): CodeableConcept {
  return snomed ? { coding: [{ system: SNOMED, code: snomed, display: text }], text } : { text };
}

/** Adds a resource to the chart under the sender's identifier and, unless GENERAL, its privacy label. */
export function put(chart: Chart, spec: EntrySpec, resource: Identified): Reference {
  const label = spec.label ?? chart.label;
  const security = [{ system: LABEL_SYSTEM, code: label }];
  const labelled = {
    ...resource,
    ...(label === 'GENERAL' ? {} : { meta: { security } }),
    ...(resource.resourceType === 'Binary'
      ? {}
      : {
          identifier: [
            {
              system: entryIdentifierSystem(chart.organisation.ods),
              value: `${chart.patient.key}-${spec.key}`,
            },
          ],
        }),
  } as Identified;
  chart.entries.push(transactionEntry(chartKey(chart, spec.key), labelled));
  return referenceTo(chart, spec.key, resource.resourceType);
}
