import type { Bundle, BundleEntry, FhirResource } from 'fhir/r4.js';
import type { FhirProblem } from '../fhir/fhir-problem.ts';
import type { ItemOutcome, SourceReport } from '../import/import-report.ts';
import { outcomeOf, saying } from './operation-outcome.ts';

export interface FhirAnswer {
  status: number;
  body: FhirResource;
  location?: string;
}

const errorsIn = (problems: readonly FhirProblem[]) =>
  problems.filter(({ severity }) => severity === 'error');

/** What a sender is told of a source. */
export function answerTo(report: SourceReport, outcomes: readonly ItemOutcome[]): FhirAnswer {
  if (report.refused) return refused(report);
  if (report.shape === 'BUNDLE' || report.shape === 'ARRAY') {
    return { status: 200, body: responseBundle(report, outcomes) };
  }
  const [outcome] = outcomes;
  if (!outcome) return { status: 422, body: saying('processing', 'Nothing was found to store.') };
  if (outcome.outcome === 'REFUSED') return refused({ ...report, problems: [...outcome.problems] });
  const { status, body } = single(outcome);
  return { status, body, ...(outcome.stored && { location: locationOf(outcome) }) };
}

/** What is no JSON or no FHIR at all is a bad request; what is FHIR but wrong cannot be processed. */
function refused({ shape, problems, problemsLeftOut }: SourceReport): FhirAnswer {
  const errors = errorsIn(problems);
  const body = outcomeOf(errors.length > 0 ? errors : problems);
  if (problemsLeftOut > 0) {
    body.issue.push(...saying('informational', `And ${problemsLeftOut} more.`, 'information').issue);
  }
  const isXml = problems.some(({ reason }) => reason.startsWith('This is XML'));
  return { status: isXml ? 415 : shape === 'UNREADABLE' ? 400 : 422, body };
}

const STATUS: Record<ItemOutcome['outcome'], string> = {
  NEW: '201 Created',
  CHANGED: '200 OK',
  UNCHANGED: '200 OK',
  OLDER: '200 OK',
  HELD: '202 Accepted',
  REFUSED: '422 Unprocessable Entity',
  READ: '200 OK',
  PASSED_OVER: '200 OK',
};

const WORDS: Partial<Record<ItemOutcome['outcome'], string>> = {
  UNCHANGED: 'It is as it was sent before: nothing was changed.',
  OLDER: 'A newer version was sent before: nothing was changed.',
  READ: 'Read for what refers to it in the same bundle; by itself it changes nothing.',
  PASSED_OVER: 'This type has no place in a record: it was passed over.',
};

/** A resource's label is `Type/id`, or its type or place where it has no id. */
const typeOf = (label: string): string => /^[A-Z][A-Za-z]+/.exec(label)?.[0] ?? 'Resource';
const locationOf = ({ label, stored }: ItemOutcome): string => `${typeOf(label)}/${stored}`;

function outcomeResource({ outcome, problems }: ItemOutcome) {
  if (problems.length > 0) return outcomeOf(problems);
  const words = WORDS[outcome];
  return words ? saying('informational', words, 'information') : undefined;
}

function single(outcome: ItemOutcome): { status: number; body: FhirResource } {
  const said =
    outcomeResource(outcome) ??
    saying(
      'informational',
      outcome.outcome === 'NEW' ? 'Stored.' : 'Stored as a new version.',
      'information',
    );
  return { status: Number(STATUS[outcome.outcome].slice(0, 3)), body: said };
}

function responseBundle(report: SourceReport, outcomes: readonly ItemOutcome[]): Bundle {
  const inOrder = [...outcomes].sort((a, b) => a.index - b.index);
  return {
    resourceType: 'Bundle',
    type: report.kind === 'ALL_OR_NOTHING' ? 'transaction-response' : 'batch-response',
    entry: inOrder.map((one): BundleEntry => {
      const said = outcomeResource(one);
      return {
        response: {
          status: STATUS[one.outcome],
          ...(one.stored && { location: locationOf(one) }),
          ...(said && { outcome: said }),
        },
      };
    }),
  };
}
