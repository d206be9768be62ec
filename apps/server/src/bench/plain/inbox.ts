import { inForce, listLook } from './consent.ts';
import { globalId, idsIn, NEWEST, pageOf, startAfter } from './shapes.ts';
import type { Handler } from './turn.ts';

const INBOX = `select t.patient_id, t.id, t.words, t.label, t.last_message_at, t.last_author_role,
    i.last_message_at::text as sorted_key, m.id as team_id, m.name as team_name,
    greatest(t.last_position - r.read_position, 0) as unread,
    case when t.closed_at is not null then 'CLOSED' when t.last_author_role = 'STAFF' then 'ANSWERED'
      when r.read_position >= t.last_position then 'READ_BY_TEAM' else 'SENT' end as state,
    p.title, p.given_name, p.family_name, p.preferred_name, p.birth_date
  from (select * from heldwell.team_inbox i
      where i.team_id = $1 and (i.last_message_at, i.thread_id) < ($3::timestamptz, $4::uuid)
        and (select true from heldwell.thread t join heldwell.consent_grant g on g.patient_id = t.patient_id
          where t.patient_id = i.patient_id and t.id = i.thread_id and ${inForce('$2')}
            and ((g.thread_id is null and t.label = any (g.labels)) or g.thread_id = t.id) limit 1)
      order by i.last_message_at desc, i.thread_id desc limit 51) i
    join heldwell.thread t on t.patient_id = i.patient_id and t.id = i.thread_id
    join heldwell.patient p on p.id = t.patient_id join heldwell.team m on m.id = t.team_id
    left join heldwell.participant r on r.patient_id = t.patient_id and r.thread_id = t.id and r.reader_id = t.team_id
  order by i.last_message_at desc, i.thread_id desc`;

interface InboxRow extends Record<string, unknown> {
  patient_id: string;
  id: string;
  team_id: string;
  label: string;
  words: Buffer;
}

interface Words {
  subject: string;
  preview: string;
  lastAuthor: string;
}

const node = (row: InboxRow, words: Words) => ({
  id: globalId('T', row.patient_id, row.id),
  subject: words.subject,
  label: row.label,
  state: row.state,
  lastMessageAt: row.last_message_at,
  preview: words.preview,
  lastAuthor: words.lastAuthor,
  lastAuthorRole: row.last_author_role,
  unreadCount: row.unread,
  team: { id: globalId('q', row.team_id), name: row.team_name },
  record: {
    id: globalId('R', row.patient_id),
    title: row.title,
    givenName: row.given_name,
    familyName: row.family_name,
    preferredName: row.preferred_name,
    birthDate: row.birth_date,
  },
});

/** Fifty discussions addressed to one of the viewer's teams. */
export const inbox: Handler = async ({ client, keys, viewer, args, last }) => {
  const [team] = idsIn(args.team ?? '');
  if (!team || !viewer.teams.includes(team)) return { team: null };
  const [own, { rows }] = await Promise.all([
    client.query<{ name: string }>({
      name: 'team',
      text: 'select name from heldwell.team where id = $1',
      values: [team],
    }),
    client.query<InboxRow>({
      name: 'inbox',
      text: INBOX,
      values: [team, viewer.grantees, ...startAfter(args.after, NEWEST)],
    }),
  ]);
  const shown = rows.slice(0, 50).map((row) => row.patient_id);
  last.push(listLook(viewer, shown, 'inbox'));
  await keys.need(
    client,
    rows.map(({ patient_id, label }) => ({ patient: patient_id, label })),
  );
  const opened = (row: InboxRow) => {
    const place = { place: 'thread.words', row: row.id, patient: row.patient_id, label: row.label };
    return node(row, keys.said<Words>({ ...place, blob: row.words }));
  };
  const page = pageOf(rows, 50, { node: opened, keys: (row) => [row.sorted_key, row.id] });
  return { team: { id: args.team, name: own.rows[0]?.name, inbox: page } };
};
