import type { SystemRuns } from '../../../platform/as-system.ts';
import { newToken, tokenHash } from '../../../platform/secrets.ts';

/** What was begun: a right password that waits for the second factor, or a passkey that has something to sign. */
export type StepPurpose = 'SECOND_FACTOR' | 'PASSKEY_SIGN_IN' | 'PASSKEY_ADD' | 'CONFIRM';

interface NewStep {
  purpose: StepPurpose;
  personId: string | null;
  challenge: string | null;
}

export interface Step {
  person_id: string | null;
  challenge: string | null;
}

/** Begins a step, for ten minutes; the ticket goes to whoever is to finish it and is stored nowhere. */
export async function beginStep(
  runs: SystemRuns,
  { purpose, personId, challenge }: NewStep,
): Promise<string> {
  const ticket = newToken();
  // Those long over go on the way: the table holds a day's.
  await runs.query({
    text: `with over as (
        delete from heldwell.sign_in_step where expires_at < heldwell.now() - interval '1 day')
      insert into heldwell.sign_in_step (token_hash, purpose, person_id, challenge, expires_at)
        values ($1, $2, $3, $4, heldwell.now() + interval '10 minutes')`,
    values: [tokenHash(ticket), purpose, personId, challenge],
  });
  return ticket;
}

const OPEN = `token_hash = $1 and purpose = $2 and used_at is null and expires_at > heldwell.now()
  and not exists (select from heldwell.person p where p.id = person_id and p.disabled_at is not null)`;

/** A step that may still be finished. */
export async function openStep(
  runs: SystemRuns,
  purpose: StepPurpose,
  ticket: string,
): Promise<Step | undefined> {
  const [step] = await runs.query<Step>({
    text: `select person_id, challenge from heldwell.sign_in_step where ${OPEN}`,
    values: [tokenHash(ticket), purpose],
  });
  return step;
}

/** Finishes a step: of any number who try at once, one has it. */
export async function takeStep(
  runs: SystemRuns,
  purpose: StepPurpose,
  ticket: string,
): Promise<Step | undefined> {
  const [step] = await runs.query<Step>({
    text: `with taken as (
        update heldwell.sign_in_step set used_at = heldwell.now() where ${OPEN} returning person_id, challenge)
      select person_id, challenge from taken`,
    values: [tokenHash(ticket), purpose],
  });
  return step;
}
