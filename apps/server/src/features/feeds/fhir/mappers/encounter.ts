import type { Encounter } from 'fhir/r4.js';
import { type Mapped, present } from '../entry-draft.ts';
import type { References } from '../fhir-references.ts';
import { codeInWords, namesOfConcepts } from '../wording/concept.ts';
import { whenOf } from '../wording/fhir-time.ts';

const CLASSES: Record<string, string> = {
  AMB: 'Clinic visit',
  EMER: 'Emergency care',
  FLD: 'Care outside hospital',
  HH: 'Home visit',
  IMP: 'Hospital stay',
  ACUTE: 'Hospital stay',
  NONAC: 'Hospital stay',
  OBSENC: 'Hospital observation',
  PRENC: 'Before admission',
  SS: 'Day case',
  VR: 'By phone or video',
};

/** Encounter → ENCOUNTER. */
export function encounterFrom(resource: Encounter, references: References): Mapped {
  const kindOfVisit =
    CLASSES[resource.class.code ?? ''] ?? resource.class.display ?? codeInWords(resource.class.code);
  const types = namesOfConcepts(resource.type);
  const place = references.nameLine(resource.location?.map(({ location }) => location));
  const provider = references.nameOf(resource.serviceProvider);
  const reasons = namesOfConcepts(resource.reasonCode);
  const when = whenOf(resource.period, resource.statusHistory?.[0]?.period);
  return {
    kind: 'ENCOUNTER',
    when,
    concept: resource.type?.[0] ?? resource.serviceType,
    fhirStatus: resource.status,
    title:
      types[0] ??
      namesOfConcepts(resource.serviceType && [resource.serviceType])[0] ??
      kindOfVisit ??
      'Visit',
    summary: [types.length > 0 ? kindOfVisit : undefined, place ?? provider].filter(Boolean).join(', '),
    content: present({
      class: kindOfVisit,
      types,
      reason: reasons.join(', ') || references.nameLine(resource.reasonReference),
      place,
      participants: references.namesOf(resource.participant?.map(({ individual }) => individual)),
      provider,
      endedAt: when.end?.at,
    }),
  };
}
