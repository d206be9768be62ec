import type { GraphQLResolveInfo } from 'graphql';
import { lookOnce } from '../../platform/access-looks.ts';
import type { Context } from '../../platform/context.ts';
import type { RowId } from '../../platform/global-id.ts';
import { readOne } from '../../platform/reading/read.ts';
import { entryById } from './entry.reading.ts';
import type { Entry } from './entry.type.ts';

/** Reads an entry for whoever opens it, by a question or with the answer to a command, and notes in the log that they did. */
export async function openedEntry(
  context: Context,
  info: GraphQLResolveInfo,
  reference: RowId,
): Promise<Entry | null> {
  const entry = await readOne<Entry, RowId>(context.scope, info, { root: entryById, args: reference });
  if (entry) lookOnce(context, { patients: [reference.patient], info, opened: reference.row });
  return entry;
}
