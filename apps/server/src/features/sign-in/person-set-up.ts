import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { emailKey } from './sign-in.service.ts';

export interface NewPerson {
  givenName: string;
  familyName: string;
  email: string;
  /** From `hashPassword`. */
  passwordHash: string;
}

/** Makes a person who can sign in, or finds the one of that e-mail, who stays as they are; the id. */
export async function ensurePerson(manager: EntityManager, person: NewPerson): Promise<string> {
  const [row] = await manager.query<{ id: string }[]>(
    `insert into heldwell.person (id, given_name, family_name, email, email_key, password_hash)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (email_key) do update set email_key = excluded.email_key returning id`,
    [
      uuidv7(),
      person.givenName,
      person.familyName,
      person.email,
      emailKey(person.email),
      person.passwordHash,
    ],
  );
  if (!row) throw new Error('A person was neither made nor found.');
  return row.id;
}
