import { uuidv7 } from 'uuidv7';
import type { Context } from '../../platform/context.ts';
import { type RowId, readRowId } from '../../platform/global-id.ts';
import type { Viewer } from '../../platform/opened-session.ts';
import type { RequestScope } from '../../platform/request-scope.ts';
import type { HandedRow } from '../../platform/sealing/handed-keys.ts';
import type { SqlStatement } from '../../platform/sql-statement.ts';
import { filesNamed, sameFiles, waitingFiles } from '../documents/index.ts';
import { authorName, authorRole, previewOf } from './authorship.ts';
import { threadChange } from './messaging.events.ts';
import type { SendMessageInput } from './messaging.inputs.ts';
import { openText, openWords, sealText, sealWords } from './sealed-words.ts';
import { type AskedMessage, asSent, isKnownToSender, NOT_ASKED } from './sent-message.ts';
import type { Message } from './thread.type.ts';

/** What is to be written in: its label, the subject its words keep, and the keys to seal with. */
const THREAD = `select t.words, t.team_id, h.* from heldwell.thread t
  cross join lateral heldwell.hand_keys(array[t.patient_id], array[t.label]) h where t.patient_id = $1 and t.id = $2`;

interface ThreadRow extends HandedRow {
  team_id: string;
  words: Buffer;
}

/**
 * One statement stores the message where the discussion has a place for it: `take_position` waits for a revoke under way,
 * moves the discussion and marks it read for its author. A command sent before finds what it stored.
 */
const SEND = `with files as materialized (select), taken as materialized (
    select * from heldwell.take_position($1, $2, $3, $6, $7, exists (select from files), $9)
  ), stored as (
    insert into heldwell.message (patient_id, id, thread_id, position, author_id, client_id, author_name, author_role,
      author_team_id, text, sent_at, label)
    select $1, $8, $2, place, heldwell.viewer_person(), $3, $5, $6,
      case when $6 = 'STAFF' then case when team_id = any (heldwell.viewer_teams()) then team_id else (heldwell.viewer_teams())[1] end end,
      $4, sent_at, label from taken where sent_at is not null
  )
  select allowed, place as position, to_json(sent_at) as "sentAt", earlier, earlier_text as text,
    exists (select from files) as complete from taken`;

/** What went with a message that was sent before: asked for only then, for their policies are many. */
const FILES = `select array(select a.id from heldwell.attachment a where a.patient_id = $1 and a.message_id = $2
  order by a.position) as files`;

/** The same where files go with it: all of them wait for this discussion, else nothing is sent. */
const SEND_WITH_FILES = SEND.replace(
  'files as materialized (select)',
  `waiting as materialized (select a.id from ${waitingFiles('$10', '$2')}),
  files as materialized (select where (select count(*) from waiting) = cardinality($10::uuid[]))`,
);

/** In a statement of its own, which sees the message: its policy asks whose that is. */
const ATTACH = `update heldwell.attachment a set message_id = m.id, position = array_position($3::uuid[], a.id) - 1
  from heldwell.message m where m.patient_id = $1 and m.id = $2 and a.patient_id = m.patient_id and a.id = any ($3::uuid[])`;

interface Sent {
  allowed: boolean;
  position: number | null;
  /** When it was stored; null where nothing was. */
  sentAt: string | null;
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
 * Sends a message; the same id and text twice is one message, the same id with another text is refused. What is asked of it
 * and its sender does not know is read right behind the writing, in the same round trip.
 */
export async function sendMessage(
  context: Context,
  input: SendMessageInput,
  asked: AskedMessage = NOT_ASKED,
): Promise<{ outcome: SendOutcome; message: Message | null }> {
  const viewer = await context.scope.viewer();
  if (!viewer) return { outcome: 'HIDDEN', message: null };
  const { scope } = context;
  const thread = readRowId('THREAD', input.thread);
  const [into] = await scope.query<ThreadRow>(threadToWrite(thread));
  if (!into) return { outcome: 'HIDDEN', message: null };
  await scope.keys.accept([into]);
  const row = uuidv7();
  const files = filesNamed(thread.patient, input.attachments);
  const told = threadChange({ patient: thread.patient, thread: thread.row, team: into.team_id });
  const sealed = valuesOf(scope, { viewer, thread, row, into, input });
  const statement = sending(files, [...sealed, scope.atCommit.payloadsOf(told)]);
  const isKnown = isKnownToSender(asked.fields, { viewer, files });
  const isLast = asked.isAll === true && isKnown && files.length === 0;
  const [[sent], , read] = await Promise.all([
    isLast ? scope.queryLast<Sent>(statement) : scope.query<Sent>(statement),
    files.length > 0 && scope.query(attaching({ patient: thread.patient, row }, files)),
    isKnown ? null : asked.read(),
  ]);
  if (!sent?.sentAt) {
    const outcome = await outcomeOf(scope, sent, { thread, into, input });
    return { outcome, message: outcome === 'SENT' ? (read ?? (await asked.read())) : null };
  }
  scope.atCommit.told(told);
  return { outcome: 'SENT', message: read ?? asSent({ viewer, thread, row, text: input.text }, sent) };
}

/** What came of a sending that stored nothing now. */
async function outcomeOf(
  scope: RequestScope,
  sent: Sent | undefined,
  { thread, into, input }: Pick<ToSend, 'thread' | 'into' | 'input'>,
): Promise<SendOutcome> {
  if (!sent?.allowed) return 'HIDDEN';
  if (!sent.earlier) return sent.complete ? 'HIDDEN' : 'WITHOUT_FILES';
  if (!sent.text) return 'DIFFERENT';
  const place = { ...thread, row: sent.earlier, label: into.label };
  const said = openText(scope.keys, place, { blob: sent.text, thread });
  if (said !== input.text) return 'DIFFERENT';
  const files = filesNamed(thread.patient, input.attachments);
  return sameFiles(await filesOf(scope, thread.patient, sent.earlier), files) ? 'SENT' : 'DIFFERENT';
}

async function filesOf(scope: RequestScope, patient: string, earlier: string): Promise<string[]> {
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
