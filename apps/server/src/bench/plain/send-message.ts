import type pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { globalId, idsIn } from './shapes.ts';
import type { Handler, Turn } from './turn.ts';

const THREAD = `select t.team_id, t.last_position, t.label, t.words, (select m.id from heldwell.message m
    where m.patient_id = $1 and m.author_id = $3 and m.client_id = $4) as earlier
  from heldwell.thread t where t.patient_id = $1 and t.id = $2 for update`;
const MESSAGE = `insert into heldwell.message (patient_id, id, thread_id, position, author_id, client_id, author_name, author_role, text, sent_at, label)
  values ($1, $2, $3, $4, $5, $6, $7, 'PATIENT', $8, now(), $9) returning sent_at`;
const MOVED = `update heldwell.thread set last_position = $3, closed_at = null, last_message_at = now(),
  last_author_role = 'PATIENT', words = $4 where patient_id = $1 and id = $2`;
const READ = `update heldwell.participant set read_position = $4 where patient_id = $1 and thread_id = $2 and reader_id = $3`;
const INBOX = `update heldwell.team_inbox set last_message_at = now(), last_author_role = 'PATIENT', unread = true
  where team_id = $1 and thread_id = $2`;
/** The channel on which open pages are told. */
export const TOLD = 'heldwell_plain';
const TELL = `select pg_notify('${TOLD}', v) from unnest($1::text[]) v`;

interface ThreadRow {
  team_id: string;
  last_position: number;
  label: string;
  words: Buffer;
  earlier: string | null;
}

/** A patient's message in a discussion of their own record: four tables and the notices, one commit. */
export const sendMessage: Handler = async ({ client, keys, viewer, args, last }) => {
  const [patient = '', thread = ''] = idsIn(args.thread ?? '');
  const text = args.text ?? '';
  if (patient !== viewer.patient) return { sendMessage: { __typename: 'NotFound' } };
  const found = await client.query<ThreadRow>({
    name: 'thread',
    text: THREAD,
    values: [patient, thread, viewer.person, args.id],
  });
  const [row] = found.rows;
  if (!row || row.earlier) return { sendMessage: { __typename: 'NotFound' } };
  const id = uuidv7();
  const sealed = await sealedOf({ client, keys, viewer }, { patient, thread, id, row, text });
  const position = row.last_position + 1;
  const run = <R extends pg.QueryResultRow>(name: string, sql: string, values: unknown[]) =>
    client.query<R>({ name, text: sql, values });
  const told = [thread, row.team_id, patient].map((one) => JSON.stringify({ one, patient, thread }));
  last.push({ name: 'told', text: TELL, values: [told] });
  const [stored] = await Promise.all([
    run<{ sent_at: string }>('message', MESSAGE, [
      patient,
      id,
      thread,
      position,
      viewer.person,
      args.id,
      viewer.name,
      sealed.said,
      row.label,
    ]),
    run('moved', MOVED, [patient, thread, position, sealed.moved]),
    run('read', READ, [patient, thread, patient, position]),
    run('moved_inbox', INBOX, [row.team_id, thread]),
  ]);
  const message = { id: globalId('M', patient, id), position, text, sentAt: stored.rows[0]?.sent_at };
  return { sendMessage: { __typename: 'MessageSent', message: { ...message, ...bySelf(viewer.name) } } };
};

const bySelf = (author: string) => ({ author, authorRole: 'PATIENT', authorTeam: null, sentByViewer: true });

interface ToSeal {
  patient: string;
  thread: string;
  id: string;
  row: ThreadRow;
  text: string;
}

/** The message, and the discussion's words with it; its subject stays. */
async function sealedOf(
  { client, keys, viewer }: Pick<Turn, 'client' | 'keys' | 'viewer'>,
  { patient, thread, id, row, text }: ToSeal,
): Promise<{ said: Buffer; moved: Buffer }> {
  const { label } = row;
  await keys.need(client, [{ patient, label }]);
  const words = { place: 'thread.words', row: thread, patient, label };
  const { subject } = keys.said<{ subject: string }>({ ...words, blob: row.words });
  return {
    said: keys.seal({ place: 'message.text', row: id, patient, label }, text),
    moved: keys.seal(words, { subject, preview: text.slice(0, 120), lastAuthor: viewer.name }),
  };
}
