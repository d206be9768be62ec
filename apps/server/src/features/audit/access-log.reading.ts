import { readId, writeId } from '../../platform/global-id.ts';
import {
  type Cell,
  columns,
  defineReading,
  derived,
  extendReading,
  many,
  one,
  page,
  value,
} from '../../platform/reading/reading.ts';
import type { Arguments } from '../../platform/reading/selection.ts';
import { contentOf } from './sealing/log-content.ts';

/** Places of the chain in one answer. */
const PLACES_AT_ONCE = 500;

type What = { what: string; action: string };
const what = { what: ({ row }: Cell) => `${row}.what`, action: ({ row }: Cell) => `${row}.action` };
const isChange = ({ action }: What): boolean => action === 'SHARED';

defineReading({
  type: 'AccessLogEntry',
  table: 'access_log',
  fields: {
    id: value(({ row }) => `heldwell.global_id('L', ${row}.patient_id, ${row}.id)`),
    kind: value(({ row }) => `${row}.action`),
    ...columns('at', 'role', 'purpose'),
    person: value(({ row }) => `${row}.person_name`),
    personId: value(({ row }) => `heldwell.global_id('p', ${row}.person_id)`),
    team: value(({ row }) => `${row}.team_name`),
    teamId: value(({ row }) => `heldwell.global_id('q', ${row}.team_id)`),
    organisation: value(({ row }) => `${row}.organisation_name`),
    lookedAt: derived<What>(what, (entry) => (isChange(entry) ? [] : entry.what.split(' '))),
    sharingChange: derived<What>(what, (entry) => (isChange(entry) ? entry.what : null)),
    sharedWith: value(({ row }) => `${row}.about`),
    labels: value(({ row }) => `coalesce(${row}.labels, '{}')`),
    opened: derived<What & { opened_id: string | null; patient_id: string }>(
      { ...what, opened_id: ({ row }) => `${row}.opened_id`, patient_id: ({ row }) => `${row}.patient_id` },
      (entry) => entry.opened_id && openedOf(entry.what, entry.opened_id, entry.patient_id),
    ),
    place: value(
      ({ row }) => `(select c.position from heldwell.access_chain c
        where c.patient_id = ${row}.patient_id and c.entry_id = ${row}.id)`,
    ),
  },
});

/** The id, as clients know it, of what was opened or got another label. */
function openedOf(words: string, id: string, patient: string): string | null {
  const parts = words.split(' ');
  if (parts.includes('ENTRY') || parts.includes('RELABELLED')) return writeId('ENTRY', id, patient);
  if (parts.includes('FILE')) return writeId('ATTACHMENT', id, patient);
  return parts.includes('DISCUSSION') ? writeId('THREAD', id, patient) : null;
}

defineReading({
  type: 'AccessLogPlace',
  table: 'access_chain',
  fields: {
    ...columns('position', 'content'),
    hash: value(({ row }) => `encode(${row}.hash, 'hex')`),
  },
});

const signedAt = (row: string): string =>
  `to_char(${row}.sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
const base64url = (bytes: string): string =>
  `rtrim(translate(encode(${bytes}, 'base64'), E'+/\\n', '-_'), '=')`;

defineReading({
  type: 'AccessLogHead',
  table: 'access_head',
  fields: {
    ...columns('position'),
    hash: value(({ row }) => `encode(${row}.hash, 'hex')`),
    at: value(({ row }) => signedAt(row)),
    words: value(
      ({ row }) => `concat_ws(E'\\n', 'heldwell-log-head-1', ${row}.patient_id, ${row}.position,
        encode(${row}.hash, 'hex'), ${signedAt(row)})`,
    ),
    signature: value(({ row }) => base64url(`${row}.signature`)),
    publicKey: value(({ row }) => base64url(`${row}.public_key`)),
  },
});

defineReading({
  type: 'AccessLogParty',
  table: 'access_log',
  fields: {
    id: value(({ row }) => `${row}.id`),
    ...columns('name', 'isTeam'),
  },
});

/** What the log is narrowed by, where anything was said. */
const FILTERS: Record<string, (it: string, cell: Cell) => string> = {
  party: (it, cell) => {
    const id = cell.param('uuid', ({ party }) => partyOf(String(party)));
    return `(${it}.person_id = ${id} or ${it}.team_id = ${id})`;
  },
  kinds: (it, cell) => `${it}.action = any (${cell.param('text[]', ({ kinds }) => kinds)})`,
  from: (it, cell) => `${it}.at >= ${cell.param('timestamptz', ({ from }) => from)}`,
  until: (it, cell) => `${it}.at < ${cell.param('timestamptz', ({ until }) => until)}`,
};
const said = (args: Arguments): string =>
  Object.keys(FILTERS)
    .filter((name) => args[name] !== undefined && args[name] !== null)
    .join(' ');

const nobody = '00000000-0000-0000-0000-000000000000';

/** A person or a team: an id of either kind, the other reads it as nobody. */
function partyOf(id: string): string {
  const kinds = ['PERSON', 'TEAM'] as const;
  const [, named = nobody] = kinds.map((kind) => readId(kind, id)).sort();
  return named;
}

const ownLog = (row: string): string => `${row}.id = any ((select heldwell.viewer_logs())::uuid[])`;

/** An entry of a log that is the viewer's own, or that they may read in part and is within what they may see. */
const readable = (it: string): string => `(${it}.patient_id = any ((select heldwell.viewer_logs())::uuid[])
  or ${it}.patient_id = any ((select heldwell.viewer_partial_logs())::uuid[])
    and (${it}.person_id = (select heldwell.viewer_person())
      or heldwell.may_read_log_entry(${it}.patient_id, ${it}.action, ${it}.opened_id, ${it}.labels)))`;

extendReading('PatientRecord', {
  accessLog: page('AccessLogEntry', (cell, it) => {
    const names = cell.choose(said).split(' ').filter(Boolean);
    const filters = names.map((name) => FILTERS[name]?.(it, cell) ?? 'true');
    return {
      where: [`${it}.patient_id = ${cell.row}.id`, readable(it), ...filters].join(' and '),
      order: { keys: [`${it}.at`, `${it}.id`], types: ['timestamptz', 'uuid'], direction: 'desc' },
    };
  }),
  accessLogChain: many('AccessLogPlace', ({ row, param }, it) => ({
    from: `(select c.position, c.hash, ${contentOf('l')} as content from heldwell.access_chain c
      join heldwell.access_log l on l.patient_id = c.patient_id and l.id = c.entry_id
      where c.patient_id = ${row}.id and c.position > ${param('integer', ({ after }) => after)}
      order by c.position limit ${PLACES_AT_ONCE}) ${it}`,
    where: ownLog(row),
    orderBy: `${it}.position`,
  })),
  accessLogHead: one('AccessLogHead', ({ row }, it) => ({
    from: `(select * from heldwell.access_head h where h.patient_id = ${row}.id order by h.position desc limit 1) ${it}`,
    where: ownLog(row),
  })),
  accessLogParties: many('AccessLogParty', ({ row }, it) => ({
    from: `(select heldwell.global_id('q', l.team_id) as id, (array_agg(l.team_name order by l.at desc))[1] as name, true as is_team
        from heldwell.access_log l where l.patient_id = ${row}.id and ${readable('l')} and l.team_id is not null group by l.team_id
      union all
      select heldwell.global_id('p', l.person_id), (array_agg(l.person_name order by l.at desc))[1], false
        from heldwell.access_log l where l.patient_id = ${row}.id and ${readable('l')} and l.person_id is not null
       group by l.person_id) ${it}`,
    where: 'true',
    orderBy: `${it}.is_team desc, ${it}.name, ${it}.id`,
    limit: '500',
  })),
});
