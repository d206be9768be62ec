import { uuidv7 } from 'uuidv7';
import type { Context } from '../../platform/context.ts';
import { readId } from '../../platform/global-id.ts';
import { freshSignInNeeded } from '../../platform/problems.ts';
import { sealSaid } from '../../platform/sealing/said-of-access.ts';
import type { Sealing } from '../../platform/sealing/sealing.ts';
import { publishAccessChange, sealReason, signGiven } from '../consent/index.ts';
import { nhsNumberHash } from '../people/index.ts';
import { waitBefore } from '../sign-in/index.ts';
import type { ExactPersonInput, OpenInEmergencyInput } from './emergency.inputs.ts';

/** What came of it, in the words of `heldwell.open_in_emergency`. */
export type EmergencyOutcome =
  | { is: 'OPENED'; patient: string; row: string; closesAt: string }
  | { is: 'NOT_THEIR_TEAM' | 'NO_RECORD' | 'CLOSED' }
  | { is: 'WAIT'; seconds: number };

interface Opened {
  outcome: Exclude<EmergencyOutcome['is'], 'WAIT'> | 'CONFIRM_FIRST';
  patient_id: string;
  grant_id: string;
  closes_at: Date;
}

/** NHS number, birth date and family name as the database looks them up. */
export const exactly = (sealing: Sealing, person: ExactPersonInput): [Buffer | null, string, string] => [
  nhsNumberHash(sealing, person.nhsNumber.replace(/\s/g, '')),
  person.birthDate,
  person.familyName,
];

/**
 * Opens the emergency summary of a record for an hour, or says why not; patient and privacy officer are told.
 * @throws GraphQLError `FRESH_SIGN_IN_NEEDED`: the database asks for it too, whatever the rule before it let through.
 */
export async function openInEmergency(
  context: Context,
  input: OpenInEmergencyInput,
): Promise<EmergencyOutcome> {
  const viewer = await context.scope.viewer();
  if (!viewer) throw new Error('Only staff reach this.');
  const seconds = await waitBefore(context.services, 'lookup', viewer.personId);
  if (seconds > 0) return { is: 'WAIT', seconds };
  const { scope } = context;
  const [grant, emergency] = [{ id: uuidv7(), version: 1 }, uuidv7()];
  const [opened] = await scope.query<Opened>({
    text: 'select * from heldwell.open_in_emergency($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    values: [
      viewer.sessionId,
      readId('TEAM', input.team),
      ...exactly(scope.sealing, input),
      ...[grant.id, await sealReason(scope, grant, input.reason)],
      emergency,
      await sealSaid(scope, { place: 'emergency_access.reason', row: emergency }, input.reason),
    ],
  });
  if (!opened) throw new Error('The emergency was not judged.');
  if (opened.outcome === 'CONFIRM_FIRST') throw freshSignInNeeded();
  if (opened.outcome !== 'OPENED') return { is: opened.outcome };
  await signGiven(context.scope, opened.patient_id, opened.grant_id);
  publishAccessChange(context.scope, opened.patient_id, viewer.personId);
  const closesAt = opened.closes_at.toISOString();
  return { is: 'OPENED', patient: opened.patient_id, row: opened.grant_id, closesAt };
}
