import { parseArgs } from 'node:util';
import { recoverSignIn } from '../features/sign-in/index.ts';
import { asSystem, statementsOf } from '../platform/as-system.ts';
import { type Command, CommandProblem } from './command.ts';

const USAGE = 'Usage: npm run sign-in:recover -- --email E-MAIL --checked-by NAME [--mail]';

export const signInRecover: Command = async ({ args, env, installation, print }) => {
  const { values } = parseArgs({
    args,
    options: {
      email: { type: 'string' },
      'checked-by': { type: 'string' },
      mail: { type: 'boolean', default: false },
    },
  });
  const { email, 'checked-by': checkedBy, mail: byMail } = values;
  if (!email || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    throw new CommandProblem(`Give the e-mail address the person signs in with, with --email. ${USAGE}`);
  if (!checkedBy?.trim())
    throw new CommandProblem(`Say who looked at the person's documents with --checked-by. ${USAGE}`);
  const { services } = await installation();
  const recovered = await asSystem(
    services.database,
    'help somebody who has lost every way of signing in',
    (manager) => recoverSignIn(statementsOf(manager, services.sealing), { email, checkedBy, byMail }),
  );
  if (recovered.is !== 'RECOVERED')
    throw new CommandProblem(
      recovered.is === 'NO_PERSON'
        ? `Nobody signs in with ${email}.`
        : `Whoever signed in with ${email} may not any more.`,
    );
  const { name, path, expiresAt, removed } = recovered;
  print(
    `${name} is signed out everywhere (open: ${removed.sessions}). Password, authenticator app, recovery codes, passkeys ` +
      `(${removed.passkeys}) and linked sign-ins (${removed.links}) are gone, and they are told by mail.`,
  );
  const until = `good until ${expiresAt.toISOString().slice(0, 16).replace('T', ' ')} UTC and for one use`;
  if (byMail) {
    print(`A link to choose a new password is on its way to ${email}, ${until}.`);
  } else {
    print(`A link to choose a new password, ${until}; hand it to nobody else:`);
    print(`${env.PUBLIC_URL}${path}`);
  }
  return 0;
};
