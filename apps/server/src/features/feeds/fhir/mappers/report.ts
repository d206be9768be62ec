import type { DiagnosticReport } from 'fhir/r4.js';
import { type Mapped, present } from '../entry-draft.ts';
import type { References } from '../fhir-references.ts';
import { nameOfConcept, namesOfConcepts } from '../wording/concept.ts';
import { whenOf } from '../wording/fhir-time.ts';
import { narrativeText } from '../wording/narrative.ts';
import { attachmentFrom, readableText } from './attachments.ts';

/** DiagnosticReport → REPORT. Plain text becomes the report's text, any other form an attachment. */
export function reportFrom(resource: DiagnosticReport, references: References): Mapped {
  const title = nameOfConcept(resource.code) ?? 'Report';
  const forms = (resource.presentedForm ?? []).flatMap((form) => attachmentFrom(form, references) ?? []);
  const texts = forms.map(readableText).filter((text) => text !== undefined);
  const conclusion =
    resource.conclusion ?? (namesOfConcepts(resource.conclusionCode).join(', ') || undefined);
  const results = resource.result ?? [];
  const narrative = forms.length + results.length === 0 ? narrativeText(resource.text) : undefined;
  const performer =
    references.nameLine(resource.performer) ?? references.nameLine(resource.resultsInterpreter);
  return {
    kind: 'REPORT',
    when: whenOf(resource.effectiveDateTime, resource.effectivePeriod, resource.issued),
    concept: resource.code,
    fhirStatus: resource.status,
    title,
    summary:
      // Not the number of its results: each has a label of its own, and may be hidden.
      firstSentence(conclusion ?? texts[0] ?? narrative) ?? performer ?? '',
    content: present({
      category: namesOfConcepts(resource.category).join(', ') || undefined,
      conclusion,
      text: texts.join('\n\n') || narrative,
      performer,
      resultKeys: results.map((one) => references.linkOf(one, 'Observation')).filter((link) => link !== null),
    }),
    attachments: forms
      .filter((form) => readableText(form) === undefined)
      .map((form) => (form.title === 'Document' ? { ...form, title } : form)),
  };
}

/** The first line that says something: headings and bare dates do not. */
function firstSentence(text: string | undefined): string | undefined {
  const lines = text?.split('\n').map((line) => line.replace(/^[-*\s]+/, '').trim());
  const line = lines?.find((one) => /[a-z]/i.test(one) && !one.startsWith('#'));
  return line && line.length > 140 ? `${line.slice(0, 139).trimEnd()}…` : line;
}
