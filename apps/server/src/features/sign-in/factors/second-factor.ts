import type { SystemRuns } from '../../../platform/as-system.ts';
import type { Context } from '../../../platform/context.ts';
import { codeFits } from './authenticator.ts';
import { type KnownPasskey, passkeyHolder, passkeyQuestion } from './passkeys.ts';
import { useRecoveryCode } from './recovery-codes.ts';
import { beginStep, type Step } from './steps.ts';

export const SecondFactorMethod = {
  AUTHENTICATOR: 'AUTHENTICATOR',
  PASSKEY: 'PASSKEY',
  RECOVERY_CODE: 'RECOVERY_CODE',
} as const;
export type SecondFactorMethod = keyof typeof SecondFactorMethod;

/** The second step that a right password waits for. */
export interface SecondFactorAsked {
  ticket: string;
  methods: SecondFactorMethod[];
  /** What a browser is asked for, as JSON, where there is a passkey. */
  passkeyOptions: string | null;
}

/** What is shown at the second step: one of the three. */
export interface Proof {
  code?: string | null;
  recoveryCode?: string | null;
  passkey?: string | null;
}

interface Factors {
  authenticator: boolean;
  recovery: boolean;
}

/** Asks for the second factor; the ticket stands for the password that was right. */
export async function askSecondFactor(
  context: Context,
  runs: SystemRuns,
  personId: string,
): Promise<SecondFactorAsked> {
  const known = await passkeysOf(runs, personId);
  const [has] = await runs.query<Factors>({
    text: `select exists (select from heldwell.authenticator where person_id = $1 and secret is not null) as authenticator,
        exists (select from heldwell.recovery_code where person_id = $1 and used_at is null and replaced_at is null) as recovery`,
    values: [personId],
  });
  const question = known.length > 0 ? await passkeyQuestion(context, known) : null;
  const challenge = question?.challenge ?? null;
  const ticket = await beginStep(runs, { purpose: 'SECOND_FACTOR', personId, challenge });
  const methods: SecondFactorMethod[] = [];
  if (question) methods.push('PASSKEY');
  if (has?.authenticator) methods.push('AUTHENTICATOR');
  if (has?.recovery) methods.push('RECOVERY_CODE');
  return { ticket, methods, passkeyOptions: question && JSON.stringify(question) };
}

const passkeysOf = (runs: SystemRuns, personId: string): Promise<KnownPasskey[]> =>
  runs.query<KnownPasskey>({
    text: 'select credential_id, transports from heldwell.passkey where person_id = $1 and removed_at is null order by added_at',
    values: [personId],
  });

/** What was right: which way, and how many recovery codes are left after one was used. */
export type Proved = { how: SecondFactorMethod; left?: number };

/** Judges what was shown for a step of a person, and uses it up; null when it is wrong or used. */
export async function prove(
  context: Context,
  runs: SystemRuns,
  { step, proof }: { step: Step & { person_id: string }; proof: Proof },
): Promise<Proved | null> {
  const { person_id: personId, challenge } = step;
  if (proof.code) {
    const now = context.services.clock();
    return (await codeFits(runs, { personId, code: proof.code, now })) ? { how: 'AUTHENTICATOR' } : null;
  }
  if (proof.recoveryCode) {
    const left = await useRecoveryCode(runs, personId, proof.recoveryCode);
    return left === null ? null : { how: 'RECOVERY_CODE', left };
  }
  if (proof.passkey && challenge) {
    const holder = await passkeyHolder(context, runs, { said: proof.passkey, challenge });
    return holder === personId ? { how: 'PASSKEY' } : null;
  }
  return null;
}
