import { uuidv7 } from 'uuidv7';
import type { Sealing } from '../../../platform/sealing/sealing.ts';
import type { PrivacyLabel } from '../../consent/index.ts';
import type { Headline, Measured } from '../../record/index.ts';
import type { DraftAttachment, EntryDraft } from '../fhir/entry-draft.ts';
import { digestOf, sourceTimeOf } from './digest.ts';
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
  of: { patientId: string; defaultLabel: PrivacyLabel; sealing: Sealing },
): EntryRow {
  return {
    ...place,
    draft,
    patientId: of.patientId,
    newId: uuidv7(),
    privacyLabel: labelOf(draft.resource, of.defaultLabel),
    digest: digestOf(draft.resource, of.sealing),
    sourceTime: sourceTimeOf(draft.resource),
  };
}

/** Title, summary, code and author: what lists show. */
export const headlineOf = (draft: EntryDraft): Headline => ({
  title: draft.title,
  summary: draft.summary || null,
  code: draft.code as Headline['code'],
  author: authorOf(draft),
});

/** What a trend is drawn of: the number, where the value is a single one, with the range and parts the detail says. */
export function measuredOf({ code, content }: EntryDraft, detail: object): Measured | null {
  if (!code) return null;
  const { range, components } = detail as { range?: unknown; components?: unknown };
  const number = 'value' in content ? (content.value?.number ?? null) : null;
  if (number === null && !components) return null;
  return [number, range ?? null, components ?? null];
}

export const codeTokenOf = ({ code }: EntryDraft): string | null => code && `${code.system}|${code.code}`;

/** Who wrote or performed it, as the source names them. */
function authorOf({ content }: EntryDraft): string | null {
  for (const name of ['performer', 'recorder', 'prescriber', 'author', 'provider'] as const) {
    const named = (content as Partial<Record<typeof name, string>>)[name];
    if (named) return named;
  }
  return null;
}

/** Rough size in memory, so that documents do not pile up in one statement. */
export const weightOf = (draft: EntryDraft): number =>
  draft.attachments.reduce((sum: number, { bytes }: DraftAttachment) => sum + bytes.length, 2_000);
