import { extendReading, page, value } from '../../platform/reading/reading.ts';
import type { RequestScope } from '../../platform/request-scope.ts';
import { heldSigned, opensThread } from '../consent/index.ts';
import type { InboxCounts } from './thread.type.ts';

/** What a view of the inbox shows, as conditions on the index behind it. */
const VIEWS: Record<string, string> = {
  ALL: 'true',
  UNREAD: 'i.unread',
  WAITING_ON_TEAM: "i.last_author_role <> 'STAFF' and not i.has_ended",
  WAITING_ON_PATIENT: "i.last_author_role = 'STAFF' and not i.has_ended",
};

const COUNTS = `select json_build_object('all', count(*), 'unread', count(*) filter (where i.unread),
    'waitingOnTeam', count(*) filter (where i.last_author_role <> 'STAFF' and not i.has_ended),
    'waitingOnPatient', count(*) filter (where i.last_author_role = 'STAFF' and not i.has_ended)) as counts
  from heldwell.team_inbox i where i.opens_at <= heldwell.now() and i.closes_at > heldwell.now()`;

const members = (row: string): string => `${row}.id = any ((select heldwell.viewer_teams())::uuid[])`;

extendReading('Team', {
  inbox: page('Thread', ({ row, choose }, it) => ({
    from: `heldwell.team_inbox i join heldwell.thread ${it} on ${it}.patient_id = i.patient_id and ${it}.id = i.thread_id
      cross join lateral ${heldSigned(opensThread(it))} seen`,
    where: `i.team_id = ${row}.id and ${members(row)} and ${choose((args) => VIEWS[String(args.view)] ?? 'false')}`,
    patient: 'i.patient_id',
    opens: { signed: 'seen.signed', label: `${it}.label`, thing: `${it}.id` },
    order: { keys: ['i.last_message_at', 'i.thread_id'], types: ['timestamptz', 'uuid'], direction: 'desc' },
  })),
  inboxCounts: value(({ row }) => `(${COUNTS} and i.team_id = ${row}.id and ${members(row)})`),
});

/** The counts of one inbox. */
export async function inboxCounts(scope: RequestScope, teamId: string): Promise<InboxCounts> {
  const text = `${COUNTS} and i.team_id = $1`;
  const [row] = await scope.query<{ counts: InboxCounts }>({ name: 'inbox_counts', text, values: [teamId] });
  return row?.counts ?? { all: 0, unread: 0, waitingOnTeam: 0, waitingOnPatient: 0 };
}
