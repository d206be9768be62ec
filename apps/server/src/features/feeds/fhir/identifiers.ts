import { createHash } from 'node:crypto';
import type { FhirResource, Identifier } from 'fhir/r4.js';
import { readNhsNumber } from '../../people/index.ts';

const NHS_NUMBER_SYSTEMS: ReadonlySet<string> = new Set([
  'https://fhir.nhs.uk/Id/nhs-number',
  'http://fhir.nhs.uk/Id/nhs-number',
  'https://fhir.nhs.net/Id/nhs-number',
  'http://fhir.nhs.net/Id/nhs-number',
  'urn:oid:2.16.840.1.113883.2.1.4.1',
]);

/** Whether an identifier's system says "NHS number", in today's form or one of the older ones. */
export function isNhsNumberSystem(system: string): boolean {
  return NHS_NUMBER_SYSTEMS.has(system);
}

/** The NHS number among identifiers: ten digits, checked; null when there is none or only a placeholder. */
export function nhsNumberOf(identifiers: readonly Identifier[] | undefined): string | null {
  for (const { system, value, use } of identifiers ?? []) {
    if (!system || !value || use === 'old' || !isNhsNumberSystem(system)) continue;
    const reading = readNhsNumber(value);
    if (reading.is === 'VALID') return reading.value;
  }
  return null;
}

/**
 * What the sender knows a resource by, the same each time it is sent: `system|value` of its first identifier
 * (official ones first), else its id, else a hash of what it says.
 */
export function sourceKeyOf(resource: FhirResource): string {
  const identifiers = identifiersOf(resource).filter(isOwnIdentifier);
  const chosen = identifiers.find(({ use }) => use === 'official') ?? identifiers[0];
  if (chosen) return `${chosen.system}|${chosen.value}`;
  return resource.id ?? contentHash(resource);
}

/** The identifiers of any resource, whether its type has one or many. */
export function identifiersOf(resource: FhirResource): Identifier[] {
  if (!('identifier' in resource) || !resource.identifier) return [];
  return Array.isArray(resource.identifier) ? resource.identifier : [resource.identifier];
}

/** Orders and groups are shared by several results, and an NHS number by everything of one person. */
function isOwnIdentifier({ system, value, use, type }: Identifier): boolean {
  const shared = type?.coding?.some(({ code }) => ['PLAC', 'PGN', 'ACSN'].includes(code ?? ''));
  return Boolean(system && value) && use !== 'old' && !shared && !isNhsNumberSystem(system ?? '');
}

function contentHash(resource: FhirResource): string {
  const { meta: _meta, ...content } = resource;
  return `sha256:${createHash('sha256').update(canonical(content)).digest('hex')}`;
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
}
