import type { GraphQLResolveInfo } from 'graphql';
import { defineRoot, type Reads } from '../../platform/reading/read.ts';
import { maySeeEntry, maySeeThread } from '../consent/index.ts';
import type { Seen } from './difference.ts';

/** Ids of everything the viewer of the transaction sees of a record, by the law that opens each. */
const SEEN = `select (select coalesce(json_agg(json_build_array(e.id, e.label, e.kind) order by e.sorted_at desc, e.id desc), '[]')
      from heldwell.entry e where e.patient_id = $1 and e.status = 'CURRENT' and ${maySeeEntry('e')}) as entries,
    (select coalesce(json_agg(t.id order by t.last_message_at desc, t.id desc), '[]')
      from heldwell.thread t where t.patient_id = $1 and ${maySeeThread('t')}) as threads`;

/** What is seen of a record by whoever these reads are. */
export async function seenOf(reads: Reads, patient: string): Promise<Seen> {
  const [seen] = await reads.query<Seen>({ text: SEEN, values: [patient] });
  return seen ?? { entries: [], threads: [] };
}

/** Reads, for a field of an answer, rows of a root by their ids. */
export type NamedRows = <T>(
  info: GraphQLResolveInfo,
  root: typeof entriesOfSight,
  rows: readonly string[],
) => Promise<T[]>;

/** Rows by their ids. */
interface Chosen {
  patient: string;
  rows: readonly string[];
}

export const entriesOfSight = defineRoot<Chosen>({
  name: 'entries_of_sight',
  of: 'Entry',
  rows: (it, arg) => ({
    where: `${it}.patient_id = ${arg('patient', 'uuid')} and ${it}.id = any (${arg('rows', 'uuid[]')}) and ${maySeeEntry(it)}`,
    orderBy: `${it}.sorted_at desc, ${it}.id desc`,
  }),
});

export const threadsOfSight = defineRoot<Chosen>({
  name: 'threads_of_sight',
  of: 'Thread',
  rows: (it, arg) => ({
    where: `${it}.patient_id = ${arg('patient', 'uuid')} and ${it}.id = any (${arg('rows', 'uuid[]')}) and ${maySeeThread(it)}`,
    orderBy: `${it}.last_message_at desc, ${it}.id desc`,
  }),
});
