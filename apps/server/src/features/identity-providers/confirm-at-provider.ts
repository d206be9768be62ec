import { asSystem, statementsOf } from '../../platform/as-system.ts';
import type { Context } from '../../platform/context.ts';
import type { AppName } from '../../platform/opened-session.ts';
import { nationalClaims } from './claims.ts';
import { personOf } from './person-identity.ts';
import { arrived, type Outcome, problem, type SignInProblem } from './problems.ts';
import type { Provider } from './relying-party/provider.ts';
import type { Said } from './relying-party/relying-party.ts';
import type { UnderWay } from './relying-party/under-way.ts';
import { followed, judgeAgain, memberOf } from './staff/enter-staff.ts';

interface Back {
  provider: Provider;
  underWay: UnderWay;
  said: Said;
}

/** The page that tells the window somebody was working in what came of showing again who they are. */
export const againPath = (app: AppName, what: 'done' | SignInProblem): string =>
  `/${app.toLowerCase()}/sign-in/again/${what}`;

/**
 * Whoever is signed in has signed in anew at a provider they are linked to: weighty acts may be done for five minutes.
 * It has to be the same identity, by issuer and subject, and the session that asked; nobody is signed in or made here. An
 * employer's word counts as at every sign-in: whoever it names in no team any more confirms nothing.
 */
export async function confirmAtProvider(context: Context, back: Back): Promise<Outcome> {
  const { app, confirming } = back.underWay;
  if (!confirming) return problem('failed');
  const refused = await refusalOf(context, back, confirming.personId);
  if (refused) return problem(refused);
  const viewer = await context.scope.viewer();
  if (viewer?.sessionId !== confirming.sessionId) return problem('expired');
  await context.scope.query({ text: 'select heldwell.confirm_session($1)', values: [confirming.sessionId] });
  return arrived(againPath(app, 'done'));
}

async function refusalOf(
  context: Context,
  { provider, said }: Back,
  personId: string,
): Promise<SignInProblem | null> {
  const { services } = context;
  const member = provider.staff ? memberOf(provider, said) : null;
  if (typeof member === 'string') return member;
  if (!member && !nationalClaims(said.claims, said.asked)) return 'prove';
  const outcome = await asSystem(services.database, 'find who was shown again', async (manager) => {
    const runs = statementsOf(manager, services.sealing);
    const known = await personOf(runs, { issuer: provider.issuer, subject: said.claims.sub });
    if (known?.id !== personId) return 'not-you';
    if (known.disabled) return 'failed';
    return member && followed(runs, personId, member);
  });
  if (typeof outcome === 'string') return outcome;
  judgeAgain(context, outcome?.sessions ?? []);
  return outcome && !outcome.belongs ? 'no-team' : null;
}
