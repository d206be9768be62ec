import {
  DEMO_CLIENT,
  demoIssuers,
  demoSubject,
  peopleIssuer,
  staffIssuer,
} from '../../features/demo-sign-in/index.ts';
import { ensureIdentity, ensureProvider } from '../../features/identity-providers/index.ts';
import { organisationByCode } from '../../features/organisations/index.ts';
import { emailHash } from '../../features/sign-in/index.ts';
import { asSystem, statementsOf } from '../../platform/as-system.ts';
import type { Services } from '../../platform/context.ts';
import { LINKED, SIGN_IN_CAST } from './story/sign-in-cast.ts';

/**
 * Sets up the stand-ins as the ways organisations' staff sign in, and links people of the story to them. At every start:
 * their address is that of the installation, which may have moved.
 */
export async function setUpDemoSignIn(services: Services, publicUrl: string): Promise<void> {
  await asSystem(services.database, 'set up how demo people sign in', async (manager) => {
    const runs = statementsOf(manager, services.sealing);
    await manager.query(
      `update heldwell.identity_provider set disabled_at = heldwell.now()
       where issuer like '%/demo-sign-in/%' and not starts_with(issuer, $1) and disabled_at is null`,
      [demoIssuers(publicUrl)],
    );
    for (const { ods, name } of SIGN_IN_CAST.organisations) {
      const organisation = await organisationByCode(manager, ods);
      if (!organisation) continue;
      const issuer = staffIssuer(publicUrl, ods);
      await ensureProvider(runs, { organisationId: organisation.id, issuer, clientId: DEMO_CLIENT, name });
    }
    for (const linked of LINKED) {
      const [person] = await manager.query<{ id: string }[]>(
        'select id from heldwell.person where email_hash = $1 and is_demo',
        [emailHash(services.sealing, linked.email)],
      );
      const issuer =
        'organisation' in linked ? staffIssuer(publicUrl, linked.organisation) : peopleIssuer(publicUrl);
      if (person) await ensureIdentity(runs, { issuer, subject: demoSubject(linked.key) }, person.id);
    }
  });
}
