import type { GraphQLResolveInfo } from 'graphql';
import { lookOnce } from '../../platform/access-looks.ts';
import type { Context } from '../../platform/context.ts';
import { readOne } from '../../platform/reading/read.ts';
import { recordById } from './patient-record.reading.ts';
import type { PatientRecord } from './patient-record.type.ts';

/** Reads a record for whoever opens it, by a question or with the answer to a command, and notes in its log that they did. */
export async function openedRecord(
  context: Context,
  info: GraphQLResolveInfo,
  patient: string,
): Promise<PatientRecord | null> {
  const record = await readOne<PatientRecord, { id: string }>(context.scope, info, {
    root: recordById,
    args: { id: patient },
  });
  if (record) lookOnce(context, { patients: [patient], info });
  return record;
}
