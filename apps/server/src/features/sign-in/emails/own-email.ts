import type { RequestScope } from '../../../platform/request-scope.ts';
import { openEmail } from '../../../platform/sealing/email-address.ts';
import { SystemKeys } from '../../../platform/sealing/system-keys.ts';

/** The e-mail address of the person signed in; empty for nobody. */
export async function ownEmail(scope: RequestScope): Promise<string> {
  const viewer = await scope.viewer();
  const keys = await new SystemKeys(scope.sealing, scope).ofSystem('PEOPLE');
  const [row] = await scope.query<{ email: Buffer }>({
    name: 'own_email',
    text: 'select email from heldwell.person where id = heldwell.viewer_person()',
  });
  return viewer && row ? openEmail(keys, viewer.personId, row.email) : '';
}
