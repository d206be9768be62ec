import type { CapabilityStatement } from 'fhir/r4.js';
import { ENTRY_TYPES } from '../fhir/read-resources.ts';

/** What this server takes, for systems that ask before they send. */
export function capabilityStatement(date: Date): CapabilityStatement {
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: date.toISOString(),
    kind: 'instance',
    software: { name: 'Heldwell' },
    implementation: { description: 'Takes records from the organisations that care for a person.' },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json'],
    rest: [
      {
        mode: 'server',
        security: { description: 'A bearer key for each sending organisation.' },
        resource: ['Patient' as const, ...ENTRY_TYPES].map((type) => ({
          type,
          interaction: [{ code: 'create' as const }],
        })),
        interaction: [{ code: 'transaction' }, { code: 'batch' }],
      },
    ],
  };
}
