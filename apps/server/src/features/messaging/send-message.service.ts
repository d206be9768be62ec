import { uuidv7 } from 'uuidv7';
import type { Context } from '../../platform/context.ts';
import { type RowId, readRowId } from '../../platform/global-id.ts';
import type { Viewer } from '../../platform/opened-session.ts';
import type { RequestScope } from '../../platform/request-scope.ts';
import type { HandedRow } from '../../platform/sealing/viewer-keys.ts';
import { oneAtATime } from '../../platform/sent-once.ts';
import type { SqlStatement } from '../../platform/sql-statement.ts';
import { filesNamed, sameFiles, waitingFiles } from '../documents/index.ts';
import { authorName, authorRole, previewOf } from './authorship.ts';
import { publishThreadChange } from './messaging.events.ts';
import type { SendMessageInput } from './messaging.inputs.ts';
import { openText, openWords, sealText, sealWords } from './sealed-words.ts';

/** What is to be written in: its label, the subject its words keep, and the keys to seal with. */
const THREAD = `select t.words, h.* from heldwell.thread t
  cross join lateral heldwell.hand_keys(array[t.patient_id], array[t.label]) h where t.patient_id = $1 and t.id = $2`;

interface ThreadRow extends HandedRow {
  words: Buffer;
}

/**
 * One statement stores the message, moves the thread, marks it read for its author and, by the thread's trigger,
 * moves the inbox. `may_write` waits for a revoke under way. The thread's row orders messages: positions have no gaps.
 */
const SEND = `with allowed as materialized (
    select t.patient_id, t.id, t.team_id from heldwell.thread t
    where t.patient_id = $1 and t.id = $2 and heldwell.may_write(t.patient_id, 'MESSAGE', t.label, t.id)
  ), files as materialized (select), earlier as (
    select m.id, m.position, m.thread_id, m.text from heldwell.message m
    where m.patient_id = $1 and m.author_id = heldwell.viewer_person() and m.client_id = $3
  ), moved as (
    update heldwell.thread t set last_position = t.last_position + 1, closed_at = null,
      last_message_at = greatest(heldwell.now(), t.last_message_at), last_author_role = $6, words = $7
    from allowed where t.patient_id = allowed.patient_id and t.id = allowed.id and not exists (select from earlier)
      and exists (select from files)
    returning t.patient_id, t.id, t.team_id, t.label, t.last_position, t.last_message_at
  ), stored as (
    insert into heldwell.message (patient_id, id, thread_id, position, author_id, client_id, author_name, author_role,
      author_team_id, text, sent_at, label)
    select patient_id, $8, id, last_position, heldwell.viewer_person(), $3, $5, $6,
      case when $6 = 'STAFF' then case when team_id = any (heldwell.viewer_teams()) then team_id else (heldwell.viewer_teams())[1] end end,
      $4, last_message_at, label from moved
    returning id, position
  ), marked as (
    update heldwell.participant p set read_position = moved.last_position from moved
    where p.patient_id = moved.patient_id and p.thread_id = moved.id and p.reader_id =
      case $6 when 'PATIENT' then heldwell.viewer_record() when 'CARER' then heldwell.viewer_person() else moved.team_id end
  )
  select exists (select from allowed) as allowed, (select team_id from allowed) as team,
    coalesce((select position from stored), (select position from earlier)) as position,
    (select id from stored) as stored, (select id from earlier) as earlier,
    (select text from earlier where thread_id = $2) as text, exists (select from files) as complete`;

/** What went with a message that was sent before: asked for only then, for their policies are many. */
const FILES = `select array(select a.id from heldwell.attachment a where a.patient_id = $1 and a.message_id = $2
  order by a.position) as files`;

/** The same where files go with it: all of them wait for this discussion, else nothing is sent. */
const SEND_WITH_FILES = SEND.replace(
  'files as materialized (select)',
  `waiting as materialized (select a.id from ${waitingFiles('$9', '$2')}),
  files as materialized (select where (select count(*) from waiting) = cardinality($9::uuid[]))`,
);

/** In a statement of its own, which sees the message: its policy asks whose that is. */
const ATTACH = `update heldwell.attachment a set message_id = m.id, position = array_position($3::uuid[], a.id) - 1
  from heldwell.message m where m.patient_id = $1 and m.id = $2 and a.patient_id = m.patient_id and a.id = any ($3::uuid[])`;

interface Sent {
  allowed: boolean;
  team: string | null;
  position: number | null;
  stored: string | null;
  earlier: string | null;
  /** What was sent here earlier with this id. */
  text: Buffer | null;
  /** Whether every file that is to go with it may. */
  complete: boolean;
}

export type SendOutcome = 'SENT' | 'HIDDEN' | 'DIFFERENT' | 'WITHOUT_FILES';

const threadToWrite = ({ patient, row }: RowId): SqlStatement => ({
  name: 'thread_to_write',
  text: THREAD,
  values: [patient, row],
});

/** Asks for the discussion to write in while the session is still being opened. */
export function beforeSending({ input }: { input: SendMessageInput }, { scope }: Context): void {
  scope.ahead(threadToWrite(readRowId('THREAD', input.thread)));
}

/**
 * Sends a message; the same id and text twice is one message, the same id with another text is refused.
 * `read` is sent right behind the writing, in the same round trip, and sees what it stored.
 */
export async function sendMessage<T>(
  context: Context,
  input: SendMessageInput,
  read: () => Promise<T | null> = () => Promise.resolve(null),
): Promise<{ outcome: SendOutcome; message: T | null }> {
  const viewer = await context.scope.viewer();
  if (!viewer) return { outcome: 'HIDDEN', message: null };
  const { scope } = context;
  const thread = readRowId('THREAD', input.thread);
  const [into] = await scope.query<ThreadRow>(threadToWrite(thread));
  if (!into) return { outcome: 'HIDDEN', message: null };
  await scope.keys.accept([into]);
  const row = uuidv7();
  const files = filesNamed(thread.patient, input.attachments);
  const [, [sent], , message] = await Promise.all([
    oneAtATime(scope, viewer, input.id),
    scope.query<Sent>(sending(files, valuesOf(scope, { viewer, thread, row, into, input }))),
    files.length > 0 && scope.query(attaching({ patient: thread.patient, row }, files)),
    read(),
  ]);
  if (sent?.stored && sent.team) {
    publishThreadChange(scope, { patient: thread.patient, thread: thread.row, team: sent.team });
  }
  const said =
    sent?.earlier && sent.text
      ? openText(scope.keys, { ...thread, row: sent.earlier, label: into.label }, { blob: sent.text, thread })
      : null;
  const same = said === input.text && sameFiles(await filesOf(scope, thread.patient, sent?.earlier), files);
  return { outcome: outcomeOf(sent, same), message };
}

async function filesOf(
  scope: RequestScope,
  patient: string,
  earlier: string | null = null,
): Promise<string[]> {
  if (!earlier) return [];
  const [row] = await scope.query<{ files: string[] }>({ text: FILES, values: [patient, earlier] });
  return row?.files ?? [];
}

const sending = (files: readonly string[], values: unknown[]): SqlStatement =>
  files.length === 0
    ? { name: 'send_message', text: SEND, values }
    : { name: 'send_message_with_files', text: SEND_WITH_FILES, values: [...values, files] };

const attaching = ({ patient, row }: RowId, files: readonly string[]): SqlStatement => ({
  name: 'attach_to_message',
  text: ATTACH,
  values: [patient, row, files],
});

interface ToSend {
  viewer: Viewer;
  thread: RowId;
  /** The message's. */
  row: string;
  into: ThreadRow;
  input: SendMessageInput;
}

function valuesOf({ keys }: RequestScope, { viewer, thread, row, into, input }: ToSend): unknown[] {
  const name = authorName(viewer);
  const place = { ...thread, label: into.label };
  const { subject } = openWords(keys, place, into.words);
  return [
    thread.patient,
    thread.row,
    input.id,
    sealText(keys, { ...place, row }, input.text),
    name,
    authorRole(viewer),
    sealWords(keys, place, { subject, preview: previewOf(input.text), lastAuthor: name }),
    row,
  ];
}

function outcomeOf(sent: Sent | undefined, same: boolean): SendOutcome {
  if (!sent?.allowed) return 'HIDDEN';
  if (sent.earlier) return same ? 'SENT' : 'DIFFERENT';
  if (!sent.complete) return 'WITHOUT_FILES';
  return sent.stored && sent.team ? 'SENT' : 'HIDDEN';
}
