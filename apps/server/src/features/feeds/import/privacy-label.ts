import type { FhirResource } from 'fhir/r4.js';
import { PrivacyLabel } from '../../consent/index.ts';

/** The system of `meta.security` in which a sender names one of our labels. */
const LABEL_SYSTEM = 'https://heldwell.example/privacy-label';

/**
 * The label an entry arrives under: what the resource says, else the sender's default. Two different labels, or one
 * we do not know, leave it unsorted: seen by the person, and by those alone who may see everything.
 */
export function labelOf({ meta }: FhirResource, fallback: PrivacyLabel): PrivacyLabel {
  const named = (meta?.security ?? [])
    .filter(({ system }) => system === LABEL_SYSTEM)
    .map(({ code }) => code);
  const [first, ...others] = new Set(named);
  if (named.length === 0) return fallback;
  return others.length === 0 && isLabel(first) ? first : 'UNLABELLED';
}

const isLabel = (code: string | undefined): code is PrivacyLabel =>
  code !== undefined && code in PrivacyLabel;
