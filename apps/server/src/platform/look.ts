import { randomUUID } from 'node:crypto';
import type { SqlStatement } from './sql-statement.ts';

/** A look at somebody's record, for the log; written before the answer leaves, else there is no answer. */
export interface Look {
  action: 'OPENED' | 'LISTED' | 'LIVE';
  patients: string[];
  /** Names of what was looked at, with blanks between. */
  what: string;
  /** Of lists and streams: looks of one viewer at one record with the same bucket are one entry. Each opening is its own. */
  bucket?: string;
  /** The one entry, discussion or file that was opened: its UUID. */
  opened?: string;
}

export const lookStatement = (look: Look): SqlStatement => ({
  name: 'log_access',
  text: 'select heldwell.log_access($1, $2::uuid[], $3, $4, $5)',
  values: [look.action, look.patients, look.what, look.bucket ?? randomUUID(), look.opened ?? null],
});
