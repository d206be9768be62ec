import { parseArgs } from 'node:util';
import { inviteAdministrator } from '../features/offices/index.ts';
import { ensureOrganisation } from '../features/organisations/index.ts';
import { asSystem, statementsOf } from '../platform/as-system.ts';
import { type Command, CommandProblem } from './command.ts';

const USAGE = 'Usage: npm run organisation -- --ods ODS --name NAME --administrator E-MAIL';

export const organisation: Command = async ({ args, env, installation, print }) => {
  const { values } = parseArgs({
    args,
    options: { ods: { type: 'string' }, name: { type: 'string' }, administrator: { type: 'string' } },
  });
  const { ods, name, administrator } = values;
  if (!ods || !/^[A-Za-z0-9]{2,12}$/.test(ods.trim()))
    throw new CommandProblem(`Give the organisation's ODS code with --ods. ${USAGE}`);
  if (!name?.trim()) throw new CommandProblem(`Give the organisation's name with --name. ${USAGE}`);
  if (!administrator || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(administrator))
    throw new CommandProblem(`Say who will run it with --administrator. ${USAGE}`);
  const { services } = await installation();
  const { link, organisation } = await asSystem(
    services.database,
    'set up an organisation with its first administrator',
    async (manager) => {
      const made = await ensureOrganisation(manager, { ods, name });
      const runs = statementsOf(manager, services.sealing);
      const asked = { organisationId: made.id, email: administrator.trim(), by: made.name };
      return { organisation: made, link: await inviteAdministrator(runs, asked) };
    },
  );
  const { name: known, ods_code: code } = organisation;
  print(`${known} (${code}) ${organisation.made ? 'is set up' : 'was known already; its name stays'}.`);
  print(`A link for ${administrator.trim()}, good for 14 days and for one use; hand it over yourself:`);
  print(`${env.PUBLIC_URL}${link}`);
  return 0;
};
