import type pg from 'pg';
import { sealText, sealWords } from '../features/messaging/index.ts';
import type { SignedGrant } from '../platform/sealing/grant-mac.ts';
import type { Filling } from './fill-people.ts';
import { BIG_INBOX, BIG_TEAM, idSql, MESSAGES_A_THREAD, TEAMS, THREADS_A_PATIENT } from './identity.ts';
import { insertSealed } from './insert-sealed.ts';

/** The team that looks after a patient, beside the one that looks after all. */
const GP = `1 + n % ${TEAMS - 1}`;

/** A grant of the patients' as SQL says it, with what every one has. */
const grant = (of: {
  id: string;
  version?: string;
  kind: string;
  grantee: string;
  name: string;
  labels: string;
  rights: string;
  thread?: string;
  basis?: string;
  at?: string;
  ended?: boolean;
  superseded?: string;
}): string => `${of.id} as id, ${of.version ?? '1'} as version, '${of.kind}' as grantee_kind, ${of.grantee} as grantee_id, ${of.name} as grantee_name,
  ${of.labels} as labels, '${of.rights}'::text[] as rights, ${of.thread ?? 'null::uuid'} as thread_id, '${of.basis ?? 'PATIENT_CHOICE'}' as basis,
  ${of.at ?? YEAR_AGO} as valid_from, null::timestamptz as valid_until, ${of.ended ?? false} as ended, 'The record''s owner' as given_by,
  ${of.at ?? YEAR_AGO} as recorded_at, ${of.superseded ?? 'null::timestamptz'} as superseded_at`;
const ALL = `'{GENERAL,MENTAL_HEALTH,SEXUAL_HEALTH,SOCIAL_CARE,UNLABELLED}'::text[]`;
const YEAR_AGO = `now() - interval '1 year'`;

/** Grants as they come to be: two teams (one with an earlier version), an organisation that left, a carer, and each discussion. */
export async function fillGrants({ client, keys }: Filling, from: number, to: number): Promise<void> {
  const { grants } = keys.sealing;
  for (const select of grantsOf(from, to)) {
    await insertSealed<SignedGrant>(client, {
      table: 'consent_grant',
      plain:
        'patient_id, id, version, grantee_kind, grantee_id, grantee_name, labels, rights, thread_id, basis, valid_from, valid_until, ended, given_by, recorded_at, superseded_at',
      sealed: ['mac'],
      select,
      seal: (row) => [grants.of(row)],
    });
  }
  const numbers = `from generate_series(${from}, ${to}) n`;
  await client.query(`insert into heldwell.grant_head (patient_id, grantee_id) select distinct patient_id, grantee_id from heldwell.consent_grant
    where patient_id between ${idSql('patient', String(from))} and ${idSql('patient', String(to))}`);
  await client.query(`insert into heldwell.caseload (team_id, patient_id, family_key, given_key)
    select t.id, p.id, lower(p.family_name), lower(p.given_name) ${numbers}
    join heldwell.patient p on p.id = ${idSql('patient', 'n')}
    cross join lateral (values (${idSql('team', String(BIG_TEAM))}), (${idSql('team', GP)})) t (id)`);
}

function grantsOf(from: number, to: number): string[] {
  const numbers = `from generate_series(${from}, ${to}) n`;
  const patient = `select ${idSql('patient', 'n')} as patient_id`;
  const id = (which: number) => idSql('grant', `n * 16 + ${which}`);
  const big = { kind: 'TEAM', grantee: idSql('team', String(BIG_TEAM)), name: `'Measured team ${BIG_TEAM}'` };
  return [
    `${patient}, ${grant({ ...big, id: id(0), version: 'v', labels: "'{GENERAL,MENTAL_HEALTH,SOCIAL_CARE}'::text[]", rights: '{SEE,MESSAGE}', basis: 'DIRECT_CARE', superseded: `case v when 1 then ${YEAR_AGO} end` })}
      ${numbers}, generate_series(1, 2) v`,
    `${patient}, ${grant({ kind: 'TEAM', grantee: idSql('team', GP), name: `'Measured team ' || ${GP}`, id: id(1), labels: ALL, rights: '{SEE,ADD,MESSAGE}', basis: 'DIRECT_CARE' })} ${numbers}`,
    `${patient}, ${grant({ kind: 'ORGANISATION', grantee: idSql('organisation', 'n % 20'), name: "'Organisation'", id: id(2), labels: "'{GENERAL}'::text[]", rights: '{SEE}', ended: true })} ${numbers}`,
    `${patient}, ${grant({ kind: 'CARER', grantee: idSql('carer', 'n / 4 * 4'), name: "'Carer'", id: id(3), labels: "'{GENERAL}'::text[]", rights: '{SEE,MESSAGE}' })} ${numbers} where n >= 4`,
    `select patient_id, ${grant({ kind: 'TEAM', grantee: 'team_id', name: "'A team'", id: "('019e0016' || substr(id::text, 9))::uuid", labels: "'{}'::text[]", rights: '{SEE,MESSAGE}', thread: 'id', at: 'started_at' })}
      from heldwell.thread where patient_id between ${idSql('patient', String(from))} and ${idSql('patient', String(to))}`,
  ];
}

interface ThreadRow {
  patient_id: string;
  id: string;
  label: string;
  subject: string;
}

interface MessageRow {
  patient_id: string;
  id: string;
  label: string;
}

/** Discussions: the big team has as many as one inbox shall hold, whatever the number of patients. */
export async function fillThreads(
  { client, keys }: Filling,
  { from, to, patients }: { from: number; to: number; patients: number },
): Promise<void> {
  const everyNth = Math.max(1, Math.floor(patients / BIG_INBOX));
  const team = `case when j = 0 and n % ${everyNth} = 0 and n / ${everyNth} <= ${BIG_INBOX} then ${BIG_TEAM}
    else 1 + (n + j * 7) % ${TEAMS - 1} end`;
  const mine = `patient_id between ${idSql('patient', String(from))} and ${idSql('patient', String(to))}`;
  const last = `case when j = 0 then 'PATIENT' else 'STAFF' end`;
  const preview = 'The beginning of the last message of this discussion …';
  await insertSealed<ThreadRow>(client, {
    table: 'thread',
    plain:
      'patient_id, id, author_id, client_id, label, team_id, started_at, last_position, last_message_at, last_author_role',
    sealed: ['words'],
    select: `select ${idSql('patient', 'n')} as patient_id, t as id, ${idSql('person', 'n')} as author_id, t as client_id,
        'A question, number ' || j as subject, case j when 3 then 'MENTAL_HEALTH' else 'GENERAL' end as label, ${idSql('team', team)} as team_id,
        at - interval '5 days' as started_at, ${MESSAGES_A_THREAD} as last_position, at as last_message_at, ${last} as last_author_role
      from generate_series(${from}, ${to}) n cross join generate_series(0, ${THREADS_A_PATIENT - 1}) j
        cross join lateral (select ${idSql('thread', 'n * 8 + j')} as t, now() - j * interval '20 days' - n * interval '1 minute' as at) x`,
    seal: ({ patient_id: patient, id: row, label, subject }) => [
      sealWords(keys, { patient, row, label }, { subject, preview, lastAuthor: 'Somebody' }),
    ],
  });
  await fillMessages({ client, keys }, mine);
  await fillReadTables(client, mine);
}

function fillMessages({ client, keys }: Filling, mine: string): Promise<void> {
  const text = 'A sentence of a message. '.repeat(6);
  return insertSealed<MessageRow>(client, {
    table: 'message',
    plain:
      'patient_id, id, thread_id, position, author_id, client_id, author_name, author_role, author_team_id, sent_at, label',
    sealed: ['text'],
    select: `select patient_id, m as id, id as thread_id, k as position, case when k % 2 = 1 then author_id else ${idSql('professional', '0')} end as author_id,
        m as client_id, 'Somebody' as author_name, case when k % 2 = 1 then 'PATIENT' else 'STAFF' end as author_role,
        case when k % 2 = 0 then team_id end as author_team_id, last_message_at - (${MESSAGES_A_THREAD} - k) * interval '1 day' as sent_at, label
      from heldwell.thread cross join generate_series(1, ${MESSAGES_A_THREAD}) k
        cross join lateral (select ('019e001' || k || substr(id::text, 9))::uuid as m) x where ${mine}`,
    seal: ({ patient_id: patient, id: row, label }) => [sealText(keys, { patient, row, label }, text)],
  });
}

async function fillReadTables(client: pg.Client, mine: string): Promise<void> {
  await client.query(`insert into heldwell.participant (patient_id, thread_id, reader_id, role, name, read_position, joined_at)
     select patient_id, id, patient_id, 'PATIENT', 'The patient', case last_author_role when 'STAFF' then last_position - 1 else last_position end, started_at
       from heldwell.thread where ${mine}
     union all
     select patient_id, id, team_id, 'STAFF', 'The team', case last_author_role when 'STAFF' then last_position else last_position - 1 end, started_at
       from heldwell.thread where ${mine}`);
  await client.query(`insert into heldwell.team_inbox (team_id, last_message_at, patient_id, thread_id, last_author_role, unread)
     select team_id, last_message_at, patient_id, id, last_author_role, last_author_role <> 'STAFF' from heldwell.thread where ${mine}`);
}
