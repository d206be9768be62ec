import { allowApp, beginRequest, ensurePartner, openRequest } from '../../features/partners/index.ts';
import { asSystem, statementsOf } from '../../platform/as-system.ts';
import type { Services } from '../../platform/context.ts';
import { tokenHash } from '../../platform/secrets.ts';
import type { Actors } from './acting-as.ts';
import { PATIENTS } from './story/cast.ts';
import { DEMO_PARTNER } from './story/partner.ts';

const ISSUER = 'the demo story';

/** Sets up the app of the story's charity; it asks Sunil, and he says yes to a part. */
export async function sharePartner(services: Services, actors: Actors): Promise<void> {
  const place = await asSystem(services.database, 'set up the demo partner', async (manager) => {
    const runs = statementsOf(manager, services.sealing);
    await ensurePartner(runs, DEMO_PARTNER);
    return beginRequest(runs, { asked: question(), issuer: ISSUER });
  });
  const sunil = await actors.as(PATIENTS.sunil.email, 'PATIENT');
  await sunil(async (context) => {
    const request = await openRequest(services, place?.split('/').at(-1) ?? '');
    if (!request) throw new Error('The demo partner’s question was not asked.');
    await allowApp({ context, request, issuer: ISSUER }, { labels: ['GENERAL'], validUntil: null });
  });
}

/** What the app asks; nobody has the other half of its proof key, so that no code of this is ever exchanged. */
const question = (): URLSearchParams =>
  new URLSearchParams({
    response_type: 'code',
    client_id: DEMO_PARTNER.id,
    redirect_uri: DEMO_PARTNER.redirectUris[0],
    scope: 'read:GENERAL',
    code_challenge: tokenHash(ISSUER).toString('base64url'),
    code_challenge_method: 'S256',
  });
