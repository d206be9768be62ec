import { type RowId, writeId } from '../../platform/global-id.ts';
import type { Viewer } from '../../platform/opened-session.ts';
import { authorName, authorRole } from './authorship.ts';
import type { Message } from './thread.type.ts';

/** What an operation asks of the message it sends. */
export interface AskedMessage {
  /** The fields it selects, by name. */
  fields: readonly string[];
  /** Whether the operation does nothing but send it. */
  isAll?: boolean;
  /** Reads them of the message as it is stored; null where none is asked for. */
  read(): Promise<Message | null>;
}

export const NOT_ASKED: AskedMessage = { fields: [], read: () => Promise.resolve(null) };

/** Fields of a message just sent that are as its sender gave them, or as storing it said. */
const KNOWN = new Set(['id', 'position', 'text', 'sentAt', 'author', 'authorRole', 'sentByViewer']);

/** Whether nothing is asked that would have to be read: staff write for a team, and files have names and sizes. */
export function isKnownToSender(
  fields: readonly string[],
  { viewer, files }: { viewer: Viewer; files: readonly string[] },
): boolean {
  const isKnown = (field: string): boolean =>
    KNOWN.has(field) ||
    (field === 'authorTeam' && authorRole(viewer) !== 'STAFF') ||
    (field === 'attachments' && files.length === 0);
  return fields.every(isKnown);
}

interface JustSent {
  viewer: Viewer;
  thread: RowId;
  /** The message's. */
  row: string;
  text: string;
}

/** The message as a reading of it would say it, in the fields its sender knows. */
export const asSent = (
  { viewer, thread, row, text }: JustSent,
  { position, sentAt }: { position: number | null; sentAt: string | null },
): Message =>
  ({
    id: writeId('MESSAGE', row, thread.patient),
    position,
    text,
    sentAt,
    author: authorName(viewer),
    authorRole: authorRole(viewer),
    authorTeam: null,
    sentByViewer: true,
    attachments: [],
  }) as unknown as Message;
