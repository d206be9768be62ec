import { atHand, defineRoot } from '../../platform/reading/read.ts';
import {
  type Cell,
  columns,
  defineReading,
  extendReading,
  type FieldReading,
  many,
  one,
  page,
  type Rows,
  sealed,
  sealedBeside,
  value,
} from '../../platform/reading/reading.ts';
import { heldSigned, maySeeThread, opensThread, seenLabels, seenThreads } from '../consent/index.ts';
import type { ThreadWords } from './sealed-words.ts';

/** Whose reading counts as the viewer's: the record's own, the carer's, or the team's as one. */
const viewerReader = (team: string): string =>
  `case heldwell.viewer_app() when 'PATIENT' then heldwell.viewer_record()
    when 'CARER' then heldwell.viewer_person() else ${team} end`;

/** How far the team and the viewer have read: one look at the participants for every field that asks. */
const readings = (cell: Cell): string =>
  cell.join('readings', (row) => {
    const viewer = viewerReader(`${row}.team_id`);
    return `select max(p.read_position) filter (where p.reader_id = ${row}.team_id) as by_team,
        max(p.read_position) filter (where p.reader_id = ${viewer}) as by_viewer
      from heldwell.participant p where p.patient_id = ${row}.patient_id and p.thread_id = ${row}.id
        and p.reader_id in (${row}.team_id, ${viewer})`;
  });

/** A value of a discussion: opened by a grant for its label, or one for the discussion itself. */
const bound = (row: string, thread: string) => ({
  row: `${row}.id`,
  patient: `${row}.patient_id`,
  label: `${row}.label`,
  scope: thread,
});

/** Words of a kept discussion may be of a message that came after access ended: then only the subject is told. */
const words = (read: (said: ThreadWords, row: { wordsAreLast: boolean }) => unknown): FieldReading =>
  sealedBeside<ThreadWords, { wordsAreLast: boolean }>(
    'words',
    {
      sql: ({ row }) => ({ ...bound(row, `${row}.id`), place: 'thread.words', blob: `${row}.words` }),
      beside: { wordsAreLast: ({ row }) => `(${row}.words_position = ${row}.last_position)` },
    },
    read,
  );

defineReading({
  type: 'Participant',
  table: 'participant',
  fields: {
    kind: value(({ row }) => `case ${row}.role when 'STAFF' then 'TEAM' when 'CARER' then 'CARER' end`),
    ...columns('name', 'role'),
    relationship: value(
      ({ row }) => `(select c.relationship from heldwell.carer c
        where ${row}.role = 'CARER' and c.patient_id = ${row}.patient_id and c.person_id = ${row}.reader_id)`,
    ),
  },
});

defineReading({
  type: 'Message',
  table: 'message',
  fields: {
    id: value(({ row }) => `heldwell.global_id('M', ${row}.patient_id, ${row}.id)`),
    ...columns('position', 'sentAt', 'authorRole'),
    text: sealed<string>(
      'text',
      ({ row }) => ({
        ...bound(row, `${row}.thread_id`),
        place: 'message.text',
        blob: `${row}.text`,
      }),
      (text) => text,
    ),
    author: value(({ row }) => `${row}.author_name`),
    authorTeam: one('Team', ({ row }, it) => ({
      where: `${it}.id = ${row}.author_team_id`,
      key: `${it}.id`,
    })),
    sentByViewer: value(({ row }) => `(${row}.author_id = heldwell.viewer_person())`),
    attachments: many('Attachment', ({ row }, it) => ({
      where: `${it}.patient_id = ${row}.patient_id and ${it}.message_id = ${row}.id`,
      orderBy: `${it}.position`,
      limit: '100',
    })),
  },
});

/** Whether a grant lets the viewer write in a discussion now. */
const mayReply = (row: string): string => `exists (select from heldwell.viewer_grant g
  where g.patient_id = ${row}.patient_id and 'MESSAGE' = any (g.rights)
    and ((g.thread_id is null and ${row}.label = any (g.labels)) or g.thread_id = ${row}.id))`;

defineReading({
  type: 'Thread',
  table: 'thread',
  fields: {
    id: value(({ row }) => `heldwell.global_id('T', ${row}.patient_id, ${row}.id)`),
    ...columns('label', 'startedAt', 'closedAt', 'lastMessageAt', 'lastAuthorRole'),
    subject: words((said) => said.subject),
    preview: words((said, { wordsAreLast }) => (wordsAreLast ? said.preview : null)),
    lastAuthor: words((said, { wordsAreLast }) => (wordsAreLast ? said.lastAuthor : null)),
    keptUntil: value(
      ({ row }) => `(select k.kept_until from heldwell.kept_thread k
        where k.patient_id = ${row}.patient_id and k.id = ${row}.id)`,
    ),
    state: value((cell) => {
      const { row } = cell;
      return `case when ${row}.closed_at is not null then 'CLOSED' when ${row}.last_author_role = 'STAFF' then 'ANSWERED'
        when ${readings(cell)}.by_team >= ${row}.last_position then 'READ_BY_TEAM' else 'SENT' end`;
    }),
    record: one('PatientRecord', ({ row }, it) => ({ where: `${it}.id = ${row}.patient_id` })),
    team: one('Team', ({ row }, it) => ({ where: `${it}.id = ${row}.team_id`, key: `${it}.id` })),
    participants: many('Participant', ({ row }, it) => ({
      where: `${it}.patient_id = ${row}.patient_id and ${it}.thread_id = ${row}.id`,
      orderBy: `${it}.joined_at, ${it}.role desc, ${it}.name`,
    })),
    messages: page('Message', ({ row }, it) => ({
      where: `${it}.patient_id = ${row}.patient_id and ${it}.thread_id = ${row}.id
        and ${it}.position <= ${row}.last_position`,
      order: { keys: [`${it}.position`], types: ['integer'], direction: 'desc' },
    })),
    unreadCount: value((cell) => `greatest(${cell.row}.last_position - ${readings(cell)}.by_viewer, 0)`),
    viewerMayReply: value(({ row }) => mayReply(row)),
    viewerMayClose: value(
      ({ row }) =>
        `(${row}.closed_at is null and heldwell.may_close(${row}.patient_id, ${row}.team_id) and ${mayReply(row)})`,
    ),
  },
});

/** The discussion that access ends with. */
const endsWithThread = one('Thread', ({ row }, it) => ({
  where: `${it}.patient_id = ${row}.patient_id and ${it}.id = ${row}.ends_with_thread`,
}));

extendReading('Receipt', { endsWithThread });

extendReading('Grant', {
  endsWithThread,
  thread: one('Thread', ({ row }, it) => ({
    where: `${it}.patient_id = ${row}.patient_id and ${it}.id = ${row}.thread_id`,
  })),
});

/** Discussions of the record above that the viewer may see. */
function seenOf(cell: Cell, it: string): string {
  const labels = seenLabels(cell, 'id');
  return `${it}.patient_id = ${cell.row}.id
    and (${it}.label = any (${labels}) or ${it}.id = any (${seenThreads(cell, 'id')}))`;
}

/** A carer's list holds those they take part in. */
const listedOf = (cell: Cell, it: string): string => `${seenOf(cell, it)}
    and (heldwell.viewer_app() <> 'CARER' or exists (select from heldwell.participant p where p.patient_id = ${it}.patient_id
      and p.thread_id = ${it}.id and p.reader_id = heldwell.viewer_person()))`;

const newestFirst = (it: string): Required<Rows>['order'] => ({
  keys: [`${it}.last_message_at`, `${it}.id`],
  types: ['timestamptz', 'uuid'],
  direction: 'desc',
});

extendReading('PatientRecord', {
  threads: page('Thread', (cell, it) => ({ where: listedOf(cell, it), order: newestFirst(it) })),
  keptThreads: page('Thread', (cell, it) => ({
    from: `heldwell.kept_thread ${it}`,
    where: `${it}.patient_id = ${cell.row}.id`,
    order: newestFirst(it),
  })),
  unreadThreadCount: value(
    (cell) => `(select count(*) from heldwell.thread t join heldwell.participant p
        on p.patient_id = t.patient_id and p.thread_id = t.id and p.read_position < t.last_position
      where ${seenOf(cell, 't')} and p.reader_id = ${viewerReader('t.team_id')})`,
  ),
  teamsToWriteTo: many('Team', ({ row }, it) => ({
    where: `${it}.takes_messages and ${row}.id is not distinct from heldwell.viewer_record()`,
    orderBy: `exists (select from heldwell.grant_in_force g where g.patient_id = ${row}.id and g.grantee_id = ${it}.id) desc, ${it}.name`,
    limit: '100',
  })),
});

/** One discussion by its id. */
export const threadById = defineRoot<{ patient: string; row: string }>({
  name: 'thread',
  of: 'Thread',
  rows: (it, arg) => ({
    from: `heldwell.thread ${it} cross join lateral ${heldSigned(opensThread(it))} seen`,
    where: `${it}.patient_id = ${atHand(arg('patient', 'uuid'))}
      and ${it}.id = ${atHand(arg('row', 'uuid'), 'thread_at_hand')}`,
    opens: { signed: 'seen.signed', label: `${it}.label`, thing: `${it}.id` },
  }),
});

/** The same where access has ended: one addressed to the viewer's team, as it then stood. */
export const keptThreadById = defineRoot<{ patient: string; row: string }>({
  name: 'kept_thread',
  of: 'Thread',
  rows: (it, arg) => ({
    from: `heldwell.kept_thread ${it}`,
    where: `${it}.patient_id = ${arg('patient', 'uuid')} and ${it}.id = ${arg('row', 'uuid')}`,
  }),
});

/**
 * The viewer's own message by the id they chose for it. Only for the answer to its sending, which is not given where
 * sending was not allowed; the policy beneath asks for the thread.
 */
export const messageSentAs = defineRoot<{ patient: string; id: string }>({
  name: 'message_sent_as',
  of: 'Message',
  rows: (it, arg) => ({
    where: `${it}.patient_id = ${arg('patient', 'uuid')} and ${it}.author_id = heldwell.viewer_person()
      and ${it}.client_id = ${arg('id', 'uuid')}`,
  }),
});

/** Messages of a discussion between two positions, oldest first. */
export const messagesAfter = defineRoot<{ patient: string; row: string; after: number; upTo: number }>({
  name: 'messages_after',
  of: 'Message',
  rows: (it, arg) => ({
    from: `heldwell.message ${it} join heldwell.thread t on t.patient_id = ${it}.patient_id and t.id = ${it}.thread_id`,
    where: `${it}.patient_id = ${arg('patient', 'uuid')} and ${it}.thread_id = ${arg('row', 'uuid')}
      and ${it}.position > ${arg('after', 'integer')} and ${it}.position <= ${arg('upTo', 'integer')} and ${maySeeThread('t')}`,
    orderBy: `${it}.position`,
  }),
});
