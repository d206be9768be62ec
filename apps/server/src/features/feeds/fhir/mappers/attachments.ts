import type { Attachment } from 'fhir/r4.js';
import type { DraftAttachment } from '../entry-draft.ts';
import type { References } from '../fhir-references.ts';
import { readTime } from '../wording/fhir-time.ts';

/** A file that was sent: inside the attachment, or as a Binary of the same run; undefined when only an address was. */
export function attachmentFrom(attachment: Attachment, references: References): DraftAttachment | undefined {
  const binary = references.binaryAt(attachment.url);
  const bytes = attachment.data ? Buffer.from(attachment.data, 'base64') : binary?.bytes;
  if (!bytes) return undefined;
  return {
    title: attachment.title ?? 'Document',
    contentType: attachment.contentType ?? binary?.contentType ?? 'application/octet-stream',
    bytes,
    createdAt: readTime(attachment.creation)?.at ?? null,
  };
}

/** Plain text short enough to be read as part of an entry. */
export function readableText({ contentType, bytes }: DraftAttachment): string | undefined {
  if (!/^text\/plain\b/i.test(contentType) || bytes.length > 100_000) return undefined;
  return bytes.toString('utf8').trim() || undefined;
}
