import { uuidv7 } from 'uuidv7';
import type { SystemRuns } from '../../platform/as-system.ts';
import { emailHash, sealEmail } from '../../platform/sealing/email-address.ts';
import { SystemKeys } from '../../platform/sealing/system-keys.ts';

export interface NewPerson {
  givenName: string;
  familyName: string;
  email: string;
  /** From `hashPassword`; null where they sign in another way. */
  passwordHash: string | null;
}

/** Makes a person who can sign in, or finds the one of that e-mail, who stays as they are; the id. */
export async function ensurePerson(runs: SystemRuns, person: NewPerson): Promise<string> {
  const { sealing } = runs;
  const keys = await new SystemKeys(sealing, runs).ofSystem('PEOPLE');
  const id = uuidv7();
  const [row] = await runs.query<{ id: string }>({
    text: `insert into heldwell.person (id, given_name, family_name, email, email_hash, password_hash)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (email_hash) do update set email_hash = excluded.email_hash returning id`,
    values: [
      id,
      person.givenName,
      person.familyName,
      sealEmail(keys, id, person.email),
      emailHash(sealing, person.email),
      person.passwordHash,
    ],
  });
  if (!row) throw new Error('A person was neither made nor found.');
  return row.id;
}
