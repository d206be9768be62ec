import type { Age, Condition, Period, Range } from 'fhir/r4.js';
import { type Mapped, present } from '../entry-draft.ts';
import type { References } from '../fhir-references.ts';
import { codeInWords, nameOfConcept, namesOfConcepts, plainCode } from '../wording/concept.ts';
import { timeInWords, whenOf } from '../wording/fhir-time.ts';
import { narrativeText, notesText } from '../wording/narrative.ts';
import { quantityInWords, rangeInWords } from '../wording/quantity.ts';

/** Condition → CONDITION. */
export function conditionFrom(resource: Condition, references: References): Mapped {
  const severity = nameOfConcept(resource.severity);
  const clinicalStatus = plainCode(resource.clinicalStatus);
  return {
    kind: 'CONDITION',
    when: timesOf(resource),
    concept: resource.code,
    fhirStatus: clinicalStatus ?? plainCode(resource.verificationStatus) ?? null,
    title:
      nameOfConcept(resource.code) ?? narrativeText(resource.text)?.split('\n')[0] ?? 'Condition not named',
    summary: [codeInWords(clinicalStatus), severity?.toLowerCase()].filter(Boolean).join(', '),
    content: present({
      clinicalStatus,
      verificationStatus: plainCode(resource.verificationStatus),
      severity,
      bodySite: namesOfConcepts(resource.bodySite).join(', ') || undefined,
      onset: inWords(
        [resource.onsetDateTime, resource.onsetString],
        [resource.onsetPeriod, resource.onsetAge, resource.onsetRange],
      ),
      abated: inWords(
        [resource.abatementDateTime, resource.abatementString],
        [resource.abatementPeriod, resource.abatementAge, resource.abatementRange],
      ),
      note: notesText(resource.note),
      recorder: references.nameOf(resource.recorder) ?? references.nameOf(resource.asserter),
    }),
  };
}

function timesOf(resource: Condition) {
  const began = whenOf(resource.onsetDateTime, resource.onsetPeriod, resource.recordedDate);
  const ended = whenOf(resource.abatementDateTime, resource.abatementPeriod);
  return { start: began.start, end: ended.end ?? ended.start ?? began.end };
}

type Stretch = [Period | undefined, Age | undefined, Range | undefined];

function inWords([time, words]: [string?, string?], [period, age, ages]: Stretch): string | undefined {
  const fromPeriod = timeInWords(period?.start);
  const atAge = quantityInWords(age) ?? rangeInWords(ages);
  return timeInWords(time) ?? words ?? fromPeriod ?? (atAge && `at age ${atAge}`);
}
