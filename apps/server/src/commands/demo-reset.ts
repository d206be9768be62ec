import { parseArgs } from 'node:util';
import { contentsOf, emptyDatabase } from '../database/reset.ts';
import { seedDemo } from '../database/seed/seed-demo.ts';
import { HeadsFiles } from '../features/audit/index.ts';
import { findPostgres } from '../platform/postgres-home.ts';
import { type Command, CommandProblem } from './command.ts';

const USAGE = 'Usage: npm run demo:reset [-- --everything]';

export const demoReset: Command = async ({ args, env, installation, print }) => {
  const { values } = parseArgs({ args, options: { everything: { type: 'boolean' } } });
  if (env.NODE_ENV === 'production') throw new CommandProblem('Production has no demo to reset.');
  const home = await findPostgres(env, { join: true });
  try {
    const { people, records, servers } = await contentsOf(home.ownerUrl);
    if (servers > 0) throw new CommandProblem('Heldwell is running: stop it, then reset the demo.');
    if (people + records > 0 && !values.everything)
      throw new CommandProblem(
        `Beside the demo's, this database has ${people} people and ${records} records: with --everything they are deleted. ${USAGE}`,
      );
    await emptyDatabase(home.ownerUrl);
    await new HeadsFiles(env.HEADS_DIR).setAside(new Date());
  } finally {
    await home.stop();
  }
  const { services } = await installation();
  await seedDemo(services, print);
  print('The demo story is told afresh.');
  return 0;
};
