import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder of third-party samples; `undefined` where `HELDWELL_SAMPLES` is not set. */
const samples = process.env.HELDWELL_SAMPLES;

/** Files of the Synthea samples in the order they are imported; `undefined` where there are none. */
export function syntheaFiles(...names: string[]): string[] | undefined {
  if (!samples) return undefined;
  const files = names.map((name) => path.join(samples, 'third-party/fhir/synthea', name));
  return files.every((file) => existsSync(file)) ? files : undefined;
}
