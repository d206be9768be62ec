import { parseArgs } from 'node:util';
import { makeFeedKey, revokeFeedKeys } from '../features/feeds/index.ts';
import { asSystem } from '../platform/as-system.ts';
import { type Command, CommandProblem } from './command.ts';

const USAGE = 'Usage: npm run feed:key -- --organisation ODS [--name NAME] [--revoke]';

export const feedKey: Command = async ({ args, env, installation, print }) => {
  const { values } = parseArgs({
    args,
    options: { organisation: { type: 'string' }, name: { type: 'string' }, revoke: { type: 'boolean' } },
  });
  const ods = values.organisation;
  if (!ods) throw new CommandProblem(`Say whose key it is with --organisation. ${USAGE}`);
  const { services } = await installation();
  if (values.revoke) {
    const { revoked, organisation } = await asSystem(services.database, 'revoke feed keys', (manager) =>
      revokeFeedKeys(manager, ods),
    );
    print(
      `${organisation.name} (${organisation.ods_code}): ${revoked} ${revoked === 1 ? 'key' : 'keys'} revoked.`,
    );
    return 0;
  }
  const { key, organisation } = await asSystem(services.database, 'make a feed key', (manager) =>
    makeFeedKey(manager, { ods, name: values.name }),
  );
  print(`A key for ${organisation.name} (${organisation.ods_code}), shown only now:`);
  print(key);
  print(`Send bundles to ${env.PUBLIC_URL}/fhir/R4 with the header “Authorization: Bearer” and the key.`);
  return 0;
};
