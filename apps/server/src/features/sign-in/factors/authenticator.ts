import { timingSafeEqual } from 'node:crypto';
import { generateSecret, generateSync, generateURI } from 'otplib';
import type { SystemRuns } from '../../../platform/as-system.ts';
import { Sealed } from '../../../platform/sealing/sealed.ts';
import { ofPeople } from '../../../platform/sealing/system-key.ts';
import { SystemKeys } from '../../../platform/sealing/system-keys.ts';

const STEP_SECONDS = 30;

/** A new secret for an app that shows codes, with the address its QR code says. */
export function newAuthenticator(email: string): { secret: string; uri: string } {
  const secret = generateSecret();
  return { secret, uri: generateURI({ issuer: 'Heldwell', label: email, secret }) };
}

/**
 * The thirty seconds a code is of: those of this moment, or one before or after, for clocks that differ and codes typed
 * slowly. Null when it is of none of them.
 */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const typed = Buffer.from(code.replace(/\s/g, '').normalize('NFKC'));
  const current = Math.floor(now.getTime() / 1000 / STEP_SECONDS);
  let found: number | null = null;
  for (const step of [current, current - 1, current + 1]) {
    const right = Buffer.from(generateSync({ secret, epoch: step * STEP_SECONDS }));
    if (right.length === typed.length && timingSafeEqual(right, typed)) found ??= step;
  }
  return found;
}

const bindingOf = (personId: string) => ofPeople('authenticator.secret', personId);

export async function sealSecret(runs: SystemRuns, personId: string, secret: string): Promise<Buffer> {
  return (await new SystemKeys(runs.sealing, runs).ofSystem('PEOPLE')).seal(bindingOf(personId), secret);
}

export async function openSecret(runs: SystemRuns, personId: string, blob: Buffer): Promise<string> {
  const keys = await new SystemKeys(runs.sealing, runs).ofSystem('PEOPLE');
  return keys.open(new Sealed(blob, bindingOf(personId)));
}

/** Whether the code is right, and uses it up: of any number who try it at once, one has it. */
export async function codeFits(
  runs: SystemRuns,
  { personId, code, now }: { personId: string; code: string; now: Date },
): Promise<boolean> {
  const [row] = await runs.query<{ secret: Buffer | null }>({
    text: 'select secret from heldwell.authenticator where person_id = $1',
    values: [personId],
  });
  if (!row?.secret) return false;
  const step = stepOfCode(await openSecret(runs, personId, row.secret), code, now);
  if (step === null) return false;
  const used = await runs.query<{ used: number }>({
    text: `with used as (
        update heldwell.authenticator set last_step = $2
         where person_id = $1 and secret is not null and last_step < $2 returning 1)
      select 1 as used from used`,
    values: [personId, step],
  });
  return used.length === 1;
}
