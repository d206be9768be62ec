import type { Command } from './command.ts';

/** Every command of the server by the name that `npm run` knows it by; loaded when it is asked for. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  'audit:verify': async () => (await import('./audit-verify.ts')).auditVerify,
  bench: async () => (await import('./bench.ts')).bench,
  'demo:reset': async () => (await import('./demo-reset.ts')).demoReset,
  'feed:key': async () => (await import('./feed-key.ts')).feedKey,
  'identity:provider': async () => (await import('./identity-provider.ts')).identityProvider,
  'import:fhir': async () => (await import('./import-fhir.ts')).importFhir,
  invite: async () => (await import('./invite.ts')).invite,
  keys: async () => (await import('./keys.ts')).keys,
  letter: async () => (await import('./letter.ts')).letter,
  organisation: async () => (await import('./organisation.ts')).organisation,
  partner: async () => (await import('./partner.ts')).partner,
  'schema:write': async () => (await import('./schema-write.ts')).schemaWrite,
  'sign-in:recover': async () => (await import('./sign-in-recover.ts')).signInRecover,
};
