import { uuidv7 } from 'uuidv7';
import type { SystemRuns } from '../../platform/as-system.ts';
import type { Sealing } from '../../platform/sealing/sealing.ts';
import { SystemKeys } from '../../platform/sealing/system-keys.ts';
import { postMail } from '../mail/index.ts';
import { emailHash, emailOf, holdPerson, sealEmail, signInLinked } from '../sign-in/index.ts';

/** Who somebody is at a provider. */
export interface Identity {
  issuer: string;
  subject: string;
}

/** What a subject is found by. */
export const subjectHash = (sealing: Sealing, { issuer, subject }: Identity): Buffer =>
  sealing.lookup('IDENTITY', `${issuer} ${subject}`);

/** One after the other: two first sign-ins of one identity make one person. */
export async function holdIdentity(runs: SystemRuns, identity: Identity): Promise<void> {
  const name = subjectHash(runs.sealing, identity).toString('hex');
  await runs.query({ text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))', values: [name] });
}

interface Linked {
  id: string;
  disabled: boolean;
}

/** The person an identity is linked to, held until this transaction ends, and whether they may sign in. */
export async function personOf(runs: SystemRuns, identity: Identity): Promise<Linked | undefined> {
  const found = await linkedTo(runs, identity);
  if (!found) return undefined;
  await holdPerson(runs, found.id);
  return linkedTo(runs, identity);
}

async function linkedTo(runs: SystemRuns, identity: Identity): Promise<Linked | undefined> {
  const [row] = await runs.query<Linked>({
    text: `select p.id, p.disabled_at is not null as disabled from heldwell.person_identity i
      join heldwell.person p on p.id = i.person_id where i.issuer = $1 and i.subject_hash = $2`,
    values: [identity.issuer, subjectHash(runs.sealing, identity)],
  });
  return row;
}

/** Links an identity to a person; false where it is somebody else's, or they have another of that provider. */
export async function linkIdentity(runs: SystemRuns, identity: Identity, personId: string): Promise<boolean> {
  await runs.query({
    text: `insert into heldwell.person_identity (issuer, subject_hash, person_id, linked_at)
      values ($1, $2, $3, heldwell.now()) on conflict do nothing`,
    values: [identity.issuer, subjectHash(runs.sealing, identity), personId],
  });
  return (await personOf(runs, identity))?.id === personId;
}

/** Tells somebody by mail that another sign-in was linked to the one they had. */
export const tellLinked = async (runs: SystemRuns, personId: string): Promise<void> =>
  postMail(runs, { to: await emailOf(runs, personId), words: signInLinked() });

export interface Newcomer {
  givenName: string;
  familyName: string;
  email: string;
}

/** Makes a person who signs in through a provider and has no password; null where the e-mail is somebody's already. */
export async function makePerson(runs: SystemRuns, newcomer: Newcomer): Promise<string | null> {
  const keys = await new SystemKeys(runs.sealing, runs).ofSystem('PEOPLE');
  const id = uuidv7();
  const { givenName, familyName, email } = newcomer;
  const rows = await runs.query<{ id: string }>({
    text: `insert into heldwell.person (id, given_name, family_name, email, email_hash, email_confirmed_at)
      values ($1, $2, $3, $4, $5, heldwell.now()) on conflict (email_hash) do nothing returning id`,
    values: [id, givenName, familyName, sealEmail(keys, id, email), emailHash(runs.sealing, email)],
  });
  return rows[0]?.id ?? null;
}
