import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { JSONWebKeySet } from 'jose';
import { ensurePartner, SCOPES } from '../features/partners/index.ts';
import { asSystem, statementsOf } from '../platform/as-system.ts';
import { type Command, CommandProblem } from './command.ts';

const USAGE =
  'Usage: npm run partner -- --name NAME --organisation NAME --purpose TEXT --keys JWKS-FILE --scope read:GENERAL… [--scope schema:introspect] [--return-to URL]… [--alone] [--id CLIENT-ID]';

export const partner: Command = async ({ args, env, installation, print }) => {
  const { values } = parseArgs({
    args,
    options: {
      name: { type: 'string' },
      organisation: { type: 'string' },
      purpose: { type: 'string' },
      keys: { type: 'string' },
      scope: { type: 'string', multiple: true },
      'return-to': { type: 'string', multiple: true },
      alone: { type: 'boolean' },
      id: { type: 'string' },
    },
  });
  const { name, organisation, purpose, keys: file, scope: wanted = [] } = values;
  const scopes = SCOPES.filter((scope) => wanted.includes(scope));
  if (!name || !organisation || !purpose || !file || scopes.length === 0 || scopes.length < wanted.length)
    throw new CommandProblem(USAGE);
  const keys = JSON.parse(readFileSync(file, 'utf8')) as JSONWebKeySet;
  const { services } = await installation();
  const partner = {
    ...{ name, organisationName: organisation, purpose, keys, scopes, actsAlone: values.alone ?? false },
    ...{ redirectUris: values['return-to'] ?? [], ...(values.id && { id: values.id }) },
  };
  const id = await asSystem(services.database, 'set up a partner', (manager) =>
    ensurePartner(statementsOf(manager, services.sealing), partner),
  );
  print(`${name} may ask for ${scopes.join(', ')}. Its client id: ${id}`);
  print(`What it needs stands at ${env.PUBLIC_URL}/.well-known/oauth-authorization-server`);
  return 0;
};
