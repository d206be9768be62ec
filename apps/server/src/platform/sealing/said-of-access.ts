import type { SystemRuns } from '../as-system.ts';
import { Sealed } from './sealed.ts';
import { ofPeople } from './system-key.ts';
import { SystemKeys } from './system-keys.ts';

/**
 * Where words about access stand: why it was given or ended, in an emergency, in a freeze, in a question and its answer.
 * They are between people, and read by some who hold no key of the record: the key of people seals them.
 */
export type SaidPlace =
  | 'access.reason'
  | 'access_question.answer'
  | 'access_question.words'
  | 'access_request.reason'
  | 'emergency_access.note'
  | 'emergency_access.reason'
  | 'freeze.lift_reason'
  | 'freeze.reason'
  | 'record_standing.reason'
  | 'record_standing.undo_reason'
  | 'passkey.name'
  | 'remembered_device.device'
  | 'session.device'
  | 'email_change.email';

/** Seals words for a row, which its id names, with its version where it has one; null where nothing was said. */
export async function sealSaid(
  runs: SystemRuns,
  at: { place: SaidPlace; row: string },
  words: string | null | undefined,
): Promise<Buffer | null> {
  const said = words?.trim();
  if (!said) return null;
  const keys = await new SystemKeys(runs.sealing, runs).ofSystem('PEOPLE');
  return keys.seal(ofPeople(at.place, at.row), said);
}

/** What `sealSaid` sealed for this row. */
export async function openSaid(
  runs: SystemRuns,
  at: { place: SaidPlace; row: string },
  blob: Buffer | null,
): Promise<string | null> {
  if (!blob) return null;
  const keys = await new SystemKeys(runs.sealing, runs).ofSystem('PEOPLE');
  return keys.open(new Sealed(blob, ofPeople(at.place, at.row)));
}
