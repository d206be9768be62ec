import type { CodeableConcept, FhirResource, HumanName } from 'fhir/r4.js';
import { nameOfConcept } from './concept.ts';

/**
 * What to call a resource that another one refers to. Also asked of resources that were passed over unchecked, so
 * nothing about their shape is taken for granted.
 */
export function displayNameOf(resource: FhirResource): string | undefined {
  const { name, code, description, type } = resource as unknown as Record<string, unknown>;
  if (Array.isArray(name) && isObject(name[0])) return nameInWords(name[0] as HumanName);
  if (typeof name === 'string') return name;
  if (isObject(code)) return nameOfConcept(concept(code));
  if (isObject(description)) return nameOfConcept(concept(description));
  if (resource.resourceType === 'Specimen' && isObject(type)) return nameOfConcept(concept(type));
  return undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function concept(value: object): CodeableConcept {
  const { text, coding } = value as Record<string, unknown>;
  return {
    ...(typeof text === 'string' && { text }),
    coding: Array.isArray(coding) ? coding.filter(isObject) : [],
  };
}

/** A person's name as one line. */
export function nameInWords(name: HumanName): string {
  const parts = [name.prefix, name.given, name.family, name.suffix].flat();
  const line = parts.filter((part) => typeof part === 'string' && part !== '').join(' ');
  return line || (typeof name.text === 'string' ? name.text : '');
}
