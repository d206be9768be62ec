/**
 * Every `npm run NAME`, in one table. `needs` says what must be there first: packages, or the build as well.
 * `file` is run by Node in the caller's folder, so that relative file arguments mean what they say; `tool` is a
 * program of node_modules run in the root.
 */
export const COMMANDS = {
  'import:fhir': { needs: 'build', file: 'apps/server/dist/commands/import-fhir.js' },
  'identity:provider': { needs: 'build', file: 'apps/server/dist/commands/identity-provider.js' },
  partner: { needs: 'build', file: 'apps/server/dist/commands/partner.js' },
  'feed:key': { needs: 'build', file: 'apps/server/dist/commands/feed-key.js' },
  invite: { needs: 'build', file: 'apps/server/dist/commands/invite.js' },
  letter: { needs: 'build', file: 'apps/server/dist/commands/letter.js' },
  'sign-in:recover': { needs: 'build', file: 'apps/server/dist/commands/sign-in-recover.js' },
  organisation: { needs: 'build', file: 'apps/server/dist/commands/organisation.js' },
  keys: { needs: 'build', file: 'apps/server/dist/commands/keys.js' },
  'demo:reset': { needs: 'build', file: 'apps/server/dist/commands/demo-reset.js' },
  'audit:verify': { needs: 'build', file: 'apps/server/dist/commands/audit-verify.js' },
  bench: { needs: 'build', file: 'apps/server/dist/commands/bench.js' },
  'verify:long': { needs: 'build', file: 'scripts/verify-long.mjs' },
  'verify:faults': { needs: 'build', file: 'scripts/verify-faults.mjs' },
  'schema:write': { needs: 'build', file: 'apps/server/dist/commands/schema-write.js' },
  lint: { needs: 'install', file: 'scripts/lint.mjs' },
  format: { needs: 'install', tool: ['biome', 'check', '--write', '.'] },
  typecheck: { needs: 'install', tool: ['turbo', 'run', 'typecheck'] },
  build: { needs: 'install', tool: ['turbo', 'run', 'build'] },
  dev: { needs: 'install', tool: ['turbo', 'run', 'dev'] },
  'bundle-budget': { needs: 'build', file: 'scripts/bundle-budget.mjs' },
  'test:node24': { needs: 'build', file: 'scripts/test-node24.mjs' },
  'test:postgres15': { needs: 'build', file: 'scripts/test-postgres15.mjs' },
};
