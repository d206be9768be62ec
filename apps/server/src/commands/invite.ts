import { parseArgs } from 'node:util';
import { inviteToRecord } from '../features/invitations/index.ts';
import { asSystem, statementsOf } from '../platform/as-system.ts';
import { readId } from '../platform/global-id.ts';
import { type Command, CommandProblem } from './command.ts';

const USAGE = 'Usage: npm run invite -- --record ID --email E-MAIL --checked-by NAME';

export const invite: Command = async ({ args, env, installation, print }) => {
  const { values } = parseArgs({
    args,
    options: { record: { type: 'string' }, email: { type: 'string' }, 'checked-by': { type: 'string' } },
  });
  const { record, email, 'checked-by': checkedBy } = values;
  if (!record) throw new CommandProblem(`Say which record with --record. ${USAGE}`);
  if (!email || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    throw new CommandProblem(`Give the person's e-mail address with --email. ${USAGE}`);
  if (!checkedBy?.trim())
    throw new CommandProblem(`Say who checked the person's documents with --checked-by. ${USAGE}`);
  const { services } = await installation();
  const invited = await asSystem(services.database, 'invite a person to take up a record', (manager) =>
    inviteToRecord(statementsOf(manager, services.sealing), {
      patientId: readId('RECORD', record),
      email,
      checkedBy,
    }),
  );
  if (invited.is === 'NO_RECORD') throw new CommandProblem(`There is no record ${record}.`);
  if (invited.is === 'TAKEN')
    throw new CommandProblem(`The record of ${invited.name} has been taken up already.`);
  if (invited.is === 'UNDER_16')
    throw new CommandProblem(`${invited.name} is not 16 yet: nobody under 16 takes a record up.`);
  if (invited.is === 'DECEASED') throw new CommandProblem(`We have been told that ${invited.name} has died.`);
  print(
    `A link for ${invited.name}, good until ${invited.expiresAt.toISOString().slice(0, 10)} and for one use:`,
  );
  print(`${env.PUBLIC_URL}${invited.link}`);
  return 0;
};
