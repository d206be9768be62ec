import { NO_COOKIES, newContext } from '../../api/request-context.ts';
import { acceptInvitation, acceptSignedIn } from '../../features/invitations/index.ts';
import { signIn } from '../../features/sign-in/index.ts';
import type { Context, Services } from '../../platform/context.ts';
import type { AppName } from '../../platform/opened-session.ts';
import { tokenHash } from '../../platform/secrets.ts';

/** What every demo person signs in with. */
export const DEMO_PASSWORD = 'heldwell-demo-2026';

/** Does something as the person who signed in: one operation, through the same rules as any other. */
export type Act = <T>(work: (context: Context) => Promise<T>) => Promise<T>;

/** The demo people, each signed in once to the app they use. */
export class Actors {
  private readonly services: Services;
  private readonly signedIn = new Map<string, Act>();

  constructor(services: Services) {
    // Told without mails: the story's links are used as they are made.
    this.services = { ...services, mails: false };
  }

  /** Signs a demo person in with the demo password. */
  async as(email: string, app: AppName): Promise<Act> {
    const key = `${app} ${email}`;
    const known = this.signedIn.get(key);
    if (known) return known;
    let token = '';
    await this.operate({ app, token: null, keep: (given) => (token = given) }, async (context) => {
      const outcome = await signIn(context, app, { email, password: DEMO_PASSWORD });
      if (outcome.is !== 'SIGNED_IN') throw new Error(`The demo person ${email} cannot sign in.`);
    });
    const act: Act = (work) => this.operate({ app, token, keep: () => undefined }, work);
    this.signedIn.set(key, act);
    return act;
  }

  /** Takes up an invitation by its link, signed in where they sign in already; a link used before changes nothing. */
  async accept(link: string, name: { givenName: string; familyName: string; email: string }): Promise<void> {
    const code = link.slice(link.lastIndexOf('/') + 1);
    let known = false;
    await this.operate({ app: null, token: null, keep: () => undefined }, async (context) => {
      const outcome = await acceptInvitation(context, { code, password: DEMO_PASSWORD, ...name });
      known = outcome.is === 'REFUSED';
      if (!known && outcome.is !== 'ACCEPTED' && outcome.is !== 'UNUSABLE')
        throw new Error(`A demo invitation was not accepted: ${outcome.is}.`);
    });
    if (!known) return;
    const app = link.startsWith('/carer/') ? 'CARER' : 'PATIENT';
    const outcome = await (await this.as(name.email, app))((context) => acceptSignedIn(context, { code }));
    if (outcome.is !== 'ACCEPTED') throw new Error(`A demo invitation was not accepted: ${outcome.is}.`);
  }

  private async operate<T>(
    as: { app: AppName | null; token: string | null; keep(token: string): void },
    work: (context: Context) => Promise<T>,
  ): Promise<T> {
    const credentials = as.app && as.token ? { tokenHash: tokenHash(as.token), app: as.app } : null;
    const context = newContext(this.services, {
      app: as.app,
      credentials,
      address: 'the demo story',
      cookies: { ...NO_COOKIES, set: (_app, token) => as.keep(token) },
    });
    try {
      const done = await work(context);
      if (!(await context.scope.commit())) throw new Error('A part of the demo story was undone.');
      return done;
    } finally {
      await context.scope.rollback();
    }
  }
}
