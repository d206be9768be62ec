import type { AllergyIntolerance } from 'fhir/r4.js';
import { type Mapped, present } from '../entry-draft.ts';
import type { References } from '../fhir-references.ts';
import { nameOfConcept, namesOfConcepts, plainCode } from '../wording/concept.ts';
import { whenOf } from '../wording/fhir-time.ts';
import { notesText } from '../wording/narrative.ts';

/** AllergyIntolerance → ALLERGY. */
export function allergyFrom(resource: AllergyIntolerance, references: References): Mapped {
  const substance =
    nameOfConcept(resource.code) ?? nameOfConcept(resource.reaction?.[0]?.substance) ?? 'Substance not named';
  const reactions = (resource.reaction ?? []).map(({ manifestation, severity }) => ({
    manifestations: namesOfConcepts(manifestation),
    ...(severity && { severity }),
  }));
  const symptoms = [...new Set(reactions.flatMap(({ manifestations }) => manifestations))];
  return {
    kind: 'ALLERGY',
    when: whenOf(
      resource.onsetDateTime,
      resource.onsetPeriod,
      resource.recordedDate,
      resource.lastOccurrence,
    ),
    concept: resource.code,
    fhirStatus: plainCode(resource.clinicalStatus) ?? plainCode(resource.verificationStatus) ?? null,
    title: substance,
    summary: symptoms.join(', ') || (resource.criticality === 'high' ? 'High risk' : ''),
    content: present({
      substance,
      reactions,
      criticality: resource.criticality,
      type: resource.type,
      categories: resource.category,
      clinicalStatus: plainCode(resource.clinicalStatus),
      verificationStatus: plainCode(resource.verificationStatus),
      note: notesText(resource.note),
      recorder: references.nameOf(resource.recorder) ?? references.nameOf(resource.asserter),
    }),
  };
}
