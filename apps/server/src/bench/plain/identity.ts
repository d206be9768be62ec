import type { Turn } from './turn.ts';

/** The NHS number among what identifies a person; null where it is not theirs to see. */
export async function nhsNumberOf(
  { client, keys }: Pick<Turn, 'client' | 'keys'>,
  patient: string,
  blob: Buffer | null,
): Promise<string | null> {
  if (!blob) return null;
  const label = 'GENERAL';
  await keys.need(client, [{ patient, label }]);
  const place = { place: 'patient_identity.details', row: patient, patient, label };
  return keys.said<{ nhsNumber: string | null }>({ ...place, blob }).nhsNumber;
}
