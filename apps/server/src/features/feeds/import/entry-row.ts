import { uuidv7 } from 'uuidv7';
import type { PrivacyLabel } from '../../consent/index.ts';
import type { DraftAttachment, EntryDraft } from '../fhir/entry-draft.ts';
import { digestOf, sourceTimeOf } from './digest.ts';
import { detailOf } from './entry-detail.ts';
import { labelOf } from './privacy-label.ts';

/** A draft that knows whose record it belongs to, as columns. */
export interface EntryRow {
  /** Position in its source. */
  index: number;
  label: string;
  draft: EntryDraft;
  patientId: string;
  /** Used when the entry turns out to be new. */
  newId: string;
  privacyLabel: PrivacyLabel;
  digest: Buffer;
  sourceTime: string | null;
}

export function rowOf(
  place: { index: number; label: string },
  draft: EntryDraft,
  of: { patientId: string; defaultLabel: PrivacyLabel },
): EntryRow {
  return {
    ...place,
    draft,
    patientId: of.patientId,
    newId: uuidv7(),
    privacyLabel: labelOf(draft.resource, of.defaultLabel),
    digest: digestOf(draft.resource),
    sourceTime: sourceTimeOf(draft.resource),
  };
}

/** Title, summary and code: what lists show. */
export const headlineOf = ({ title, summary, code }: EntryDraft): object => ({
  title,
  summary: summary || null,
  code,
});

/** The number a trend is drawn of; null where the value is no single number. */
export const numberOf = ({ content }: EntryDraft): number | null =>
  'value' in content ? (content.value?.number ?? null) : null;

export const codeTokenOf = ({ code }: EntryDraft): string | null => code && `${code.system}|${code.code}`;

/** Who wrote or performed it, as the source names them. */
export function authorOf({ content }: EntryDraft): string | null {
  for (const name of ['performer', 'recorder', 'prescriber', 'author', 'provider'] as const) {
    const named = (content as Partial<Record<typeof name, string>>)[name];
    if (named) return named;
  }
  return null;
}

export const detailText = (draft: EntryDraft): string => JSON.stringify(detailOf(draft));

/** Rough size in memory, so that documents do not pile up in one statement. */
export const weightOf = (draft: EntryDraft): number =>
  draft.attachments.reduce((sum: number, { bytes }: DraftAttachment) => sum + bytes.length, 2_000);
