import { parseArgs } from 'node:util';
import { type LetterOutcome, makeLetter } from '../features/invitations/index.ts';
import { organisationByCode } from '../features/organisations/index.ts';
import { asSystem, statementsOf } from '../platform/as-system.ts';
import { readId } from '../platform/global-id.ts';
import { type Command, CommandProblem } from './command.ts';

const USAGE = 'Usage: npm run letter -- --record ID --organisation ODS --checked-by NAME';

const WHY_NOT: Record<Exclude<LetterOutcome['is'], 'MADE'>, string> = {
  NO_RECORD: 'There is no such record.',
  TAKEN: 'This record has been taken up already.',
  UNDER_16: 'The person is not 16 yet: nobody under 16 takes a record up.',
  DECEASED: 'We have been told that the person has died.',
  NO_BIRTH_DATE: 'The record has no birth date, which goes with the codes of a letter.',
};

export const letter: Command = async ({ args, env, installation, print }) => {
  const { values } = parseArgs({
    args,
    options: {
      record: { type: 'string' },
      organisation: { type: 'string' },
      'checked-by': { type: 'string' },
    },
  });
  const { record, organisation: ods, 'checked-by': checkedBy } = values;
  if (!record) throw new CommandProblem(`Say which record with --record. ${USAGE}`);
  if (!ods) throw new CommandProblem(`Say whose letter it is with --organisation. ${USAGE}`);
  if (!checkedBy?.trim()) throw new CommandProblem(`Say who sends it with --checked-by. ${USAGE}`);
  const { services } = await installation();
  const letter = await asSystem(services.database, 'make a letter with two codes', async (manager) => {
    const organisation = await organisationByCode(manager, ods);
    if (!organisation) throw new CommandProblem(`There is no organisation ${ods}.`);
    const of = { patientId: readId('RECORD', record), organisationId: organisation.id, checkedBy };
    return makeLetter(statementsOf(manager, services.sealing), of);
  });
  if (letter.is !== 'MADE') throw new CommandProblem(WHY_NOT[letter.is]);
  print(
    `A letter for ${letter.name}, good until ${letter.expiresAt.toISOString().slice(0, 10)} and for one use.`,
  );
  print(`Send it to the house; the birth date that goes with it stands in no letter.`);
  print(`  page         ${env.PUBLIC_URL}${letter.path}`);
  print(`  first code   ${letter.first}`);
  print(`  second code  ${letter.second}`);
  return 0;
};
