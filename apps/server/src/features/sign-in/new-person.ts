import { uuidv7 } from 'uuidv7';
import type { SystemRuns } from '../../platform/as-system.ts';
import { emailHash, sealEmail } from '../../platform/sealing/email-address.ts';
import { SystemKeys } from '../../platform/sealing/system-keys.ts';

/** Makes a person who can sign in; their id, or null where the address has a sign-in, who stays as they are. */
export async function newPerson(
  runs: SystemRuns,
  person: {
    givenName: string;
    familyName: string;
    email: string;
    /** From `hashPassword`; null for somebody who signs in otherwise. */
    passwordHash: string | null;
    /** Whether a mail sent to the address was answered. */
    confirmed: boolean;
  },
): Promise<string | null> {
  const keys = await new SystemKeys(runs.sealing, runs).ofSystem('PEOPLE');
  const id = uuidv7();
  const [row] = await runs.query<{ id: string }>({
    text: `insert into heldwell.person (id, given_name, family_name, email, email_hash, password_hash, email_confirmed_at)
     values ($1, $2, $3, $4, $5, $6, case when $7 then heldwell.now() end)
     on conflict (email_hash) do nothing returning id`,
    values: [
      ...[id, person.givenName, person.familyName, sealEmail(keys, id, person.email)],
      ...[emailHash(runs.sealing, person.email), person.passwordHash, person.confirmed],
    ],
  });
  return row?.id ?? null;
}
