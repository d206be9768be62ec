import { asSystem, type SystemRuns, statementsOf } from '../../platform/as-system.ts';
import type { Context } from '../../platform/context.ts';
import { badInput } from '../../platform/problems.ts';
import { readNhsNumber } from '../people/index.ts';
import { enterAs, hashPassword, newPerson, passwordProblem, waitBefore } from '../sign-in/index.ts';
import { canBeBorn, isOldEnough } from './age.ts';
import { emailCodeFits, useEmailProof } from './email-proof.ts';
import { beginRecord } from './own-record.ts';
import type { RegisterInput } from './registration.inputs.ts';

export type RegisterOutcome =
  | { is: 'REGISTERED' }
  | { is: 'UNDER_16' }
  | { is: 'CODE' }
  | { is: 'PASSWORD'; message: string }
  | { is: 'WAIT'; seconds: number };

/**
 * Makes a person, and a record of their own that is marked as not verified, and signs them in: all of it once the code
 * mailed to their address came back, and none of it for anybody under 16.
 */
export async function register(context: Context, input: RegisterInput): Promise<RegisterOutcome> {
  const { services } = context;
  const seconds = await waitBefore(services, 'address', context.address);
  if (seconds > 0) return { is: 'WAIT', seconds };
  const now = services.clock();
  if (!canBeBorn(input.birthDate, now)) throw badInput([{ path: 'birthDate', code: 'NOT_A_BIRTH_DATE' }]);
  if (!isOldEnough(input.birthDate, now)) return { is: 'UNDER_16' };
  const nhsNumber = nhsNumberOf(input.nhsNumber);
  const problem = passwordProblem(input.password);
  if (problem) return { is: 'PASSWORD', message: problem };
  // Hashed before the code is looked at: right and wrong, known and unknown take as long.
  const passwordHash = await hashPassword(input.password);
  if (!(await emailCodeFits(services, input))) return { is: 'CODE' };
  const personId = await asSystem(services.database, 'register a person', (manager) =>
    store(statementsOf(manager, services.sealing), { ...input, nhsNumber, passwordHash }),
  );
  if (!personId) return { is: 'CODE' };
  await enterAs(context, 'PATIENT', personId);
  return { is: 'REGISTERED' };
}

/** Ten digits or nothing; one that cannot be is said so at its field. */
function nhsNumberOf(typed: string | null | undefined): string | null {
  if (!typed?.trim()) return null;
  const read = readNhsNumber(typed);
  if (read.is !== 'VALID') throw badInput([{ path: 'nhsNumber', code: 'NOT_AN_NHS_NUMBER' }]);
  return read.value;
}

type ToStore = RegisterInput & { passwordHash: string; nhsNumber: string | null };

async function store(runs: SystemRuns, said: ToStore): Promise<string | null> {
  if (!(await useEmailProof(runs, said))) return null;
  const personId = await newPerson(runs, {
    givenName: said.givenName.trim(),
    familyName: said.familyName.trim(),
    email: said.email.trim(),
    passwordHash: said.passwordHash,
    confirmed: true,
  });
  // Another registration of the same address was first.
  if (!personId) return null;
  await beginRecord(runs, {
    personId,
    givenName: said.givenName.trim(),
    familyName: said.familyName.trim(),
    preferredName: said.preferredName?.trim() || null,
    birthDate: said.birthDate,
    nhsNumber: said.nhsNumber,
  });
  return personId;
}
