import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { ensureProvider } from '../features/identity-providers/index.ts';
import { organisationByCode } from '../features/organisations/index.ts';
import { asSystem, statementsOf } from '../platform/as-system.ts';
import { CommandProblem, runCommand } from './run-command.ts';

const USAGE =
  'Usage: npm run identity:provider -- --organisation ODS --issuer URL --client-id ID --name NAME [--signed-with RS256] [--team THEIRS=CODE]… [--role THEIRS=MEMBER|COORDINATOR|MANAGER]…';

const pairs = (given: string[] = []): Record<string, string> =>
  Object.fromEntries(
    given.map((pair) => {
      const [theirs = '', ours = ''] = pair.split('=');
      if (!theirs || !ours) throw new CommandProblem(`“${pair}” is no pair THEIRS=OURS. ${USAGE}`);
      return [theirs, ours];
    }),
  );

await runCommand(async ({ env, installation, print }) => {
  const { values } = parseArgs({
    options: {
      organisation: { type: 'string' },
      issuer: { type: 'string' },
      'client-id': { type: 'string' },
      name: { type: 'string' },
      'signed-with': { type: 'string' },
      team: { type: 'string', multiple: true },
      role: { type: 'string', multiple: true },
    },
  });
  const { organisation: ods, issuer, 'client-id': clientId, name } = values;
  if (!ods || !issuer || !clientId || !name) throw new CommandProblem(USAGE);
  if (!issuer.startsWith('https://')) throw new CommandProblem('The issuer must be an https:// address.');
  const { services } = await installation();
  const maps = { teamMap: pairs(values.team), roleMap: pairs(values.role) };
  const signedWith = values['signed-with'];
  const { key, organisation } = await asSystem(
    services.database,
    'set up an identity provider',
    async (manager) => {
      const found = await organisationByCode(manager, ods);
      if (!found) throw new CommandProblem(`There is no organisation ${ods}.`);
      const provider = {
        organisationId: found.id,
        issuer,
        clientId,
        name,
        ...maps,
        ...(signedWith && { signedWith }),
      };
      return {
        organisation: found,
        key: await ensureProvider(statementsOf(manager, services.sealing), provider),
      };
    },
  );
  print(`Staff of ${organisation.name} (${organisation.ods_code}) can sign in with ${name}. Register there:`);
  print(`  return address   ${env.PUBLIC_URL}/sign-in/callback/${key}`);
  print(`  keys (JWKS)      ${env.PUBLIC_URL}/.well-known/jwks.json (private_key_jwt, RS512)`);
  print(`  launch           ${env.PUBLIC_URL}/launch?iss=${encodeURIComponent(issuer)}&patient=…&page=…`);
  return 0;
});
