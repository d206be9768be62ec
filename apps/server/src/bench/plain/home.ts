import { ENTRY_COLUMNS, ENTRY_JOINS, type EntryRow, entryNodes } from './entry-row.ts';
import { nhsNumberOf } from './identity.ts';
import { globalId } from './shapes.ts';
import type { Handler } from './turn.ts';

const RECORD = `select p.id, p.title, p.given_name, p.family_name, p.preferred_name, p.birth_date, i.details,
    (select count(*)::integer from heldwell.thread t join heldwell.participant r on r.patient_id = t.patient_id
      and r.thread_id = t.id and r.reader_id = p.id and r.read_position < t.last_position where t.patient_id = p.id) as unread
  from heldwell.patient p left join heldwell.patient_identity i on i.patient_id = p.id where p.id = $1`;

const AHEAD = `select ${ENTRY_COLUMNS} from heldwell.entry e ${ENTRY_JOINS}
  where e.patient_id = $1 and e.kind = 'APPOINTMENT' and e.sorted_at >= now() and e.status = 'CURRENT'
    and e.source_status is distinct from 'cancelled' order by e.sorted_at, e.id limit 5`;

const OF_KIND = `select ${ENTRY_COLUMNS} from heldwell.entry e ${ENTRY_JOINS}
  where e.patient_id = $1 and e.kind = $2 order by e.sorted_at desc, e.id desc limit $3`;

interface RecordRow {
  id: string;
  title: string | null;
  given_name: string;
  family_name: string;
  preferred_name: string | null;
  birth_date: string | null;
  details: Buffer | null;
  unread: number;
}

/** The patient's own home: their own record is theirs without a grant, and is not logged. */
export const home: Handler = async ({ client, keys, viewer }) => {
  const own = [viewer.patient];
  const [record, ahead, results, goals] = await Promise.all([
    client.query<RecordRow>({ name: 'record', text: RECORD, values: own }),
    client.query<EntryRow>({ name: 'ahead', text: AHEAD, values: own }),
    client.query<EntryRow>({ name: 'kind', text: OF_KIND, values: [...own, 'TEST_RESULT', 20] }),
    client.query<EntryRow>({ name: 'kind', text: OF_KIND, values: [...own, 'GOAL', 10] }),
  ]);
  const row = record.rows[0];
  if (!row) return { viewer: { record: null } };
  const node = await entryNodes({ client, keys }, [...ahead.rows, ...results.rows, ...goals.rows]);
  const nhsNumber = await nhsNumberOf({ client, keys }, row.id, row.details);
  const shown = {
    id: globalId('R', row.id),
    title: row.title,
    givenName: row.given_name,
    familyName: row.family_name,
    preferredName: row.preferred_name,
    birthDate: row.birth_date,
    nhsNumber,
    unreadThreadCount: row.unread,
    upcomingAppointments: ahead.rows.map(node),
    results: { nodes: results.rows.map(node) },
    goals: { nodes: goals.rows.map(node) },
  };
  return { viewer: { record: shown } };
};
