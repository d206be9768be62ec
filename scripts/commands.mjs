/** A command of the server's, which knows it by the same name. */
const ofServer = { needs: 'build', file: 'apps/server/dist/run-command.js', named: true };

/**
 * Every `npm run NAME`, in one table. `needs` says what must be there first: packages, or the build as well.
 * `file` is run by Node in the caller's folder, so that relative file arguments mean what they say; `tool` is a
 * program of node_modules run in the root.
 */
export const COMMANDS = {
  'import:fhir': ofServer,
  'identity:provider': ofServer,
  partner: ofServer,
  'feed:key': ofServer,
  invite: ofServer,
  letter: ofServer,
  'sign-in:recover': ofServer,
  organisation: ofServer,
  keys: ofServer,
  'demo:reset': ofServer,
  'audit:verify': ofServer,
  bench: ofServer,
  'verify:long': { needs: 'build', file: 'scripts/verify-long.mjs' },
  'verify:faults': { needs: 'build', file: 'scripts/verify-faults.mjs' },
  'schema:write': ofServer,
  lint: { needs: 'install', file: 'scripts/lint.mjs' },
  format: { needs: 'install', tool: ['biome', 'check', '--write', '.'] },
  build: { needs: 'install', tool: ['turbo', 'run', 'build'] },
  dev: { needs: 'build', tool: ['turbo', 'run', 'dev'] },
  'bundle-budget': { needs: 'build', file: 'scripts/bundle-budget.mjs' },
  'test:node24': { needs: 'build', file: 'scripts/test-node24.mjs' },
  'test:postgres15': { needs: 'build', file: 'scripts/test-postgres15.mjs' },
};
