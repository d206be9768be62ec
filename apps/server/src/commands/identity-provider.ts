import { parseArgs } from 'node:util';
import { ensureProvider } from '../features/identity-providers/index.ts';
import { organisationByCode } from '../features/organisations/index.ts';
import { asSystem, statementsOf } from '../platform/as-system.ts';
import { type Command, CommandProblem } from './command.ts';

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

interface Wanted {
  ods: string;
  issuer: string;
  clientId: string;
  name: string;
  teamMap: Record<string, string>;
  roleMap: Record<string, string>;
  signedWith?: string;
}

function wanted(args: string[]): Wanted {
  const text = { type: 'string' } as const;
  const many = { type: 'string', multiple: true } as const;
  const { values } = parseArgs({
    args,
    options: {
      ...{ organisation: text, issuer: text, 'client-id': text, name: text, 'signed-with': text },
      ...{ team: many, role: many },
    },
  });
  const { organisation: ods, issuer, 'client-id': clientId, name, 'signed-with': signedWith } = values;
  if (!ods || !issuer || !clientId || !name) throw new CommandProblem(USAGE);
  if (!issuer.startsWith('https://')) throw new CommandProblem('The issuer must be an https:// address.');
  const maps = { teamMap: pairs(values.team), roleMap: pairs(values.role) };
  return { ods, issuer, clientId, name, ...maps, ...(signedWith && { signedWith }) };
}

export const identityProvider: Command = async ({ args, env, installation, print }) => {
  const { ods, ...provider } = wanted(args);
  const { services } = await installation();
  const { key, organisation } = await asSystem(
    services.database,
    'set up an identity provider',
    async (manager) => {
      const found = await organisationByCode(manager, ods);
      if (!found) throw new CommandProblem(`There is no organisation ${ods}.`);
      const runs = statementsOf(manager, services.sealing);
      return {
        organisation: found,
        key: await ensureProvider(runs, { ...provider, organisationId: found.id }),
      };
    },
  );
  const { name, ods_code: code } = organisation;
  print(`Staff of ${name} (${code}) can sign in with ${provider.name}. Register there:`);
  print(`  return address   ${env.PUBLIC_URL}/sign-in/callback/${key}`);
  print(`  keys (JWKS)      ${env.PUBLIC_URL}/.well-known/jwks.json (private_key_jwt, RS512)`);
  print(
    `  launch           ${env.PUBLIC_URL}/launch?iss=${encodeURIComponent(provider.issuer)}&patient=…&page=…`,
  );
  return 0;
};
