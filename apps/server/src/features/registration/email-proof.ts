import { randomInt } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { asSystem, type SystemRuns, statementsOf } from '../../platform/as-system.ts';
import type { Services } from '../../platform/context.ts';
import type { Sealing } from '../../platform/sealing/sealing.ts';
import { postMail } from '../mail/index.ts';
import { emailHash } from '../sign-in/index.ts';
import { alreadyHereMail, emailCodeMail } from './email-code-mail.ts';

/** How long a code can be used. */
const CODE_MINUTES = 30;
/** Wrong codes after which a new one is needed. */
const MOST_TRIES = 5;

/** What proves that somebody reads the mails of an address. */
export interface EmailProof {
  email: string;
  /** From `sendEmailCode`. */
  ticket: string;
  /** Six digits, from the mail. */
  code: string;
}

/**
 * Mails a code to an address and answers with the ticket it goes with. An address that signs in already gets a mail that
 * says so, and a code that nobody was told: what is answered is the same.
 */
export function sendEmailCode(
  services: Services,
  email: string,
): Promise<{ ticket: string; expiresAt: Date }> {
  return asSystem(services.database, 'send a code to an address', async (manager) => {
    const runs = statementsOf(manager, services.sealing);
    const ticket = uuidv7();
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const [made] = await runs.query<{ known: boolean; expires_at: Date }>({
      text: `insert into heldwell.email_proof (id, email_hash, code_hash, expires_at)
        select $1, $2, $3, heldwell.now() + make_interval(mins => $4)
        returning expires_at, exists (select from heldwell.person p where p.email_hash = $2) as known`,
      values: [
        ticket,
        emailHash(services.sealing, email),
        codeHash(services.sealing, ticket, code),
        CODE_MINUTES,
      ],
    });
    if (!made) throw new Error('The code was not stored.');
    const to = email.trim();
    await postMail(runs, { to, words: made.known ? alreadyHereMail() : emailCodeMail(code) });
    return { ticket, expiresAt: made.expires_at };
  });
}

/** Whether a code is right, and can still be used; a wrong one is counted. In a transaction of its own, that commits. */
export function emailCodeFits(services: Services, proof: EmailProof): Promise<boolean> {
  return asSystem(services.database, 'check a code sent to an address', async (manager) => {
    const runs = statementsOf(manager, services.sealing);
    const [row] = await runs.query<{ fits: boolean }>({
      text: `with tried as (${OPEN} for update), counted as (
          update heldwell.email_proof p set failed_tries = p.failed_tries + case when t.fits then 0 else 1 end
            from tried t where p.id = t.id)
        select fits from tried`,
      values: valuesOf(services.sealing, proof),
    });
    return row?.fits ?? false;
  });
}

/** Uses a proof up, with what it is for; false where that is not possible any more. */
export async function useEmailProof(runs: SystemRuns, proof: EmailProof): Promise<boolean> {
  const used = await runs.query<{ id: string }>({
    text: `with fitting as (${OPEN} for update), used as (
        update heldwell.email_proof p set used_at = heldwell.now() from fitting f where p.id = f.id and f.fits returning p.id)
      select id from used`,
    values: valuesOf(runs.sealing, proof),
  });
  return used.length === 1;
}

const OPEN = `select id, code_hash = $3 and not exists (select from heldwell.person known where known.email_hash = $2) as fits
  from heldwell.email_proof where id = $1 and email_hash = $2 and used_at is null and failed_tries < ${MOST_TRIES}
    and expires_at > heldwell.now()`;

const valuesOf = (sealing: Sealing, { email, ticket, code }: EmailProof) => [
  ticket,
  emailHash(sealing, email),
  codeHash(sealing, ticket, code),
];

/** Under the installation's key: six digits alone would be found by trying them all. */
const codeHash = (sealing: Sealing, ticket: string, code: string): Buffer =>
  sealing.lookup('E-MAIL-CODE', `${ticket} ${code.replace(/\D/g, '')}`);
