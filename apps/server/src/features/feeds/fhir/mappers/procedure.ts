import type { Procedure } from 'fhir/r4.js';
import { type Mapped, present } from '../entry-draft.ts';
import type { References } from '../fhir-references.ts';
import { nameOfConcept, namesOfConcepts } from '../wording/concept.ts';
import { whenOf } from '../wording/fhir-time.ts';
import { notesText } from '../wording/narrative.ts';

/** Procedure → PROCEDURE. */
export function procedureFrom(resource: Procedure, references: References): Mapped {
  const when = whenOf(resource.performedDateTime, resource.performedPeriod);
  const reason =
    namesOfConcepts(resource.reasonCode).join(', ') || references.nameLine(resource.reasonReference);
  const outcome = nameOfConcept(resource.outcome);
  return {
    kind: 'PROCEDURE',
    when,
    concept: resource.code,
    fhirStatus: resource.status,
    title: nameOfConcept(resource.code) ?? 'Procedure not named',
    summary: resource.status === 'not-done' ? 'Not done' : (outcome ?? reason ?? ''),
    content: present({
      reason,
      performer: references.nameLine(resource.performer?.map(({ actor }) => actor)),
      place: references.nameOf(resource.location),
      outcome,
      note: notesText(resource.note) ?? nameOfConcept(resource.statusReason),
      endedAt: when.end?.at,
    }),
  };
}
