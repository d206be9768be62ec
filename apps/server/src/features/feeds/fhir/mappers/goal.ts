import type { Goal, GoalTarget } from 'fhir/r4.js';
import { type Mapped, present } from '../entry-draft.ts';
import type { References } from '../fhir-references.ts';
import { codeInWords, nameOfConcept, plainCode } from '../wording/concept.ts';
import { whenOf } from '../wording/fhir-time.ts';
import { notesText } from '../wording/narrative.ts';
import { quantityInWords, rangeInWords, ratioInWords } from '../wording/quantity.ts';

/** Goal → GOAL. */
export function goalFrom(resource: Goal, _references: References): Mapped {
  const description = nameOfConcept(resource.description) ?? 'Goal not described';
  const target = resource.target?.map(targetInWords).filter(Boolean).join('; ') || undefined;
  const achieved = resource.achievementStatus?.text ?? codeInWords(plainCode(resource.achievementStatus));
  return {
    kind: 'GOAL',
    when: whenOf(resource.startDate, resource.statusDate),
    concept: resource.description,
    fhirStatus: resource.lifecycleStatus,
    title: description,
    summary: target ?? achieved ?? codeInWords(resource.lifecycleStatus) ?? '',
    content: present({
      description,
      lifecycleStatus: resource.lifecycleStatus,
      achievementStatus: plainCode(resource.achievementStatus) ?? resource.achievementStatus?.text,
      target,
      dueOn: resource.target?.find(({ dueDate }) => dueDate)?.dueDate,
      note: notesText(resource.note),
    }),
  };
}

function targetInWords(target: GoalTarget): string | undefined {
  const { detailBoolean, detailInteger } = target;
  const measure = nameOfConcept(target.measure);
  const detail =
    quantityInWords(target.detailQuantity) ??
    rangeInWords(target.detailRange) ??
    ratioInWords(target.detailRatio) ??
    nameOfConcept(target.detailCodeableConcept) ??
    target.detailString ??
    detailInteger?.toString() ??
    (detailBoolean === undefined ? undefined : detailBoolean ? 'Yes' : 'No');
  return measure && detail ? `${measure}: ${detail}` : (detail ?? measure);
}
