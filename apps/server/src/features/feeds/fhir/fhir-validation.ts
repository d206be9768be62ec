import { OperationOutcomeError, validateResource } from '@medplum/core';
import type { OperationOutcomeIssue } from 'fhir/r4.js';
import type { FhirProblem } from './fhir-problem.ts';
import { asRecord } from './fhir-source.ts';
import { ownChecks } from './own-checks.ts';
import { r4Definitions } from './r4-definitions.ts';
import { isReadType } from './read-resources.ts';
import { stu3Mark } from './stu3.ts';

/** Where a resource stands, and the day to judge dates of birth by. */
export interface ValidationSetting {
  place: string;
  now: Date;
}

/**
 * Everything wrong with one resource, by the definitions of FHIR R4 and our own checks. Types that we pass over are
 * only checked to exist. Without an `error` among the answer the resource may be read as its type.
 */
export function validateR4(resource: unknown, { place, now }: ValidationSetting): FhirProblem[] {
  const record = asRecord(resource);
  const type = record.resourceType;
  const refuse = (code: FhirProblem['code'], path: string | null, reason: string): FhirProblem[] => [
    { severity: 'error', code, resource: labelOf(record, place), path, reason },
  ];
  if (typeof type !== 'string') return refuse('structure', 'resourceType', 'This has no resourceType.');
  const older = stu3Mark(record);
  if (older) {
    return refuse(
      'not-supported',
      older,
      `This looks like FHIR STU3 (${older} is not as in R4). Send FHIR R4.`,
    );
  }
  const { resourceTypes } = r4Definitions();
  if (!resourceTypes.has(type)) {
    return refuse('not-supported', 'resourceType', `"${type.slice(0, 60)}" is no resource type of FHIR R4.`);
  }
  if (type === 'Bundle') return refuse('not-supported', null, 'A bundle inside a bundle is not read.');
  if (!isReadType(type)) return [];
  const label = labelOf(record, place);
  const own = ownChecks(record, now).map((finding) => ({ ...finding, resource: label }));
  return [...structureProblems(record, label), ...own];
}

/** `Observation/123`, or the place in its file where it has no id. */
export function labelOf(resource: Record<string, unknown>, place: string): string {
  const { resourceType, id } = resource;
  if (typeof resourceType !== 'string') return place;
  return typeof id === 'string' ? `${resourceType}/${id}` : place || resourceType;
}

function structureProblems(resource: Record<string, unknown>, label: string): FhirProblem[] {
  return structureIssues(withKnownContained(resource)).flatMap((issue) => {
    const text = issue.details?.text ?? '';
    const path = pathOf(issue, text, resource);
    const severity = severityOf(issue, text, path);
    return severity === null
      ? []
      : [{ severity, code: codeOf(text), resource: label, path, reason: inWords(text) }];
  });
}

function structureIssues(resource: Record<string, unknown>): OperationOutcomeIssue[] {
  try {
    return validateResource(resource as never) as OperationOutcomeIssue[];
  } catch (error) {
    if (error instanceof OperationOutcomeError) return (error.outcome.issue ?? []) as OperationOutcomeIssue[];
    // Some malformed shapes make the validator itself stumble: whatever it cannot walk is no R4.
    return [{ severity: 'error', code: 'structure', details: { text: 'Malformed resource' } }];
  }
}

/** The validator throws on a contained type that it has no definition of; we would pass such a type over anyway. */
function withKnownContained(resource: Record<string, unknown>): Record<string, unknown> {
  if (!Array.isArray(resource.contained)) return resource;
  const { indexed } = r4Definitions();
  const known = resource.contained.filter((one) => indexed.has(String(asRecord(one).resourceType)));
  const { contained: _contained, ...rest } = resource;
  return known.length === 0 ? rest : { ...rest, contained: known };
}

/**
 * The validator's own severity with three changes: references are resolved elsewhere, so its guess at their type is
 * dropped; two values of one choice are an error; and an element unknown to R4 deep inside a resource is a warning,
 * because it stays in the stored resource and nothing that we read can hang on it.
 */
function severityOf(
  issue: OperationOutcomeIssue,
  text: string,
  path: string | null,
): FhirProblem['severity'] | null {
  if (text.startsWith('Invalid reference')) return null;
  if (text.startsWith('Conflicting choice')) return 'error';
  if (text.startsWith('Invalid additional property') && (path?.split('.').length ?? 0) > 2) return 'warning';
  return issue.severity === 'error' || issue.severity === 'fatal' ? 'error' : 'warning';
}

/** The validator names a doubled choice by its second property alone: FHIR's name for it is `value[x]`. */
function pathOf(
  { expression }: OperationOutcomeIssue,
  text: string,
  { resourceType }: Record<string, unknown>,
): string | null {
  const path = expression?.[0] ?? null;
  const choice = /^Conflicting choice of type properties: "([a-z]+)[A-Z]/.exec(text)?.[1];
  return choice ? `${resourceType}.${choice}[x]` : path;
}

function codeOf(text: string): FhirProblem['code'] {
  if (text.startsWith('Missing required')) return 'required';
  if (text.startsWith('Constraint')) return 'invariant';
  return text.startsWith('Invalid') && text.endsWith('format') ? 'value' : 'structure';
}

function inWords(text: string): string {
  if (text.startsWith('Missing required')) return 'This is required and missing.';
  const choice = /^Conflicting choice of type properties: "(\w+)", "(\w+)"/.exec(text);
  if (choice) return `Only one of ${choice[2]} and ${choice[1]} may be given.`;
  const extra = /^Invalid additional property "(.*)"$/.exec(text);
  if (extra) return `"${extra[1]}" is no element of FHIR R4 here.`;
  return text.endsWith('.') ? text : `${text}.`;
}
