import { BIG_INBOX, BIG_TEAM, idSql, MESSAGES_A_THREAD, TEAMS, THREADS_A_PATIENT } from './identity.ts';

/** The team that looks after a patient, beside the one that looks after all. */
const GP = `1 + n % ${TEAMS - 1}`;

const GRANT = `insert into heldwell.consent_grant (patient_id, id, version, grantee_kind, grantee_id, grantee_name, labels, rights,
  thread_id, basis, valid_from, ended, given_by, recorded_at, superseded_at)`;
const ALL = `'{GENERAL,MENTAL_HEALTH,SEXUAL_HEALTH,SOCIAL_CARE,UNLABELLED}'::text[]`;
const YEAR_AGO = `now() - interval '1 year'`;

/** Grants as they come to be: two teams (one with an earlier version), an organisation that left, a carer, and each discussion. */
export const grants = (from: number, to: number): string[] => {
  const numbers = `from generate_series(${from}, ${to}) n`;
  const id = (which: number) => idSql('grant', `n * 16 + ${which}`);
  return [
    `${GRANT} select ${idSql('patient', 'n')}, ${id(0)}, v, 'TEAM', ${idSql('team', String(BIG_TEAM))}, 'Measured team ${BIG_TEAM}',
      '{GENERAL,MENTAL_HEALTH,SOCIAL_CARE}', '{SEE,MESSAGE}', null, 'DIRECT_CARE', ${YEAR_AGO}, false, 'The record''s owner',
      ${YEAR_AGO}, case v when 1 then ${YEAR_AGO} end ${numbers}, generate_series(1, 2) v`,
    `${GRANT} select ${idSql('patient', 'n')}, ${id(1)}, 1, 'TEAM', ${idSql('team', GP)}, 'Measured team ' || ${GP}, ${ALL},
      '{SEE,ADD,MESSAGE}', null, 'DIRECT_CARE', ${YEAR_AGO}, false, 'The record''s owner', ${YEAR_AGO}, null ${numbers}`,
    `${GRANT} select ${idSql('patient', 'n')}, ${id(2)}, 1, 'ORGANISATION', ${idSql('organisation', 'n % 20')}, 'Organisation',
      '{GENERAL}', '{SEE}', null, 'PATIENT_CHOICE', ${YEAR_AGO}, true, 'The record''s owner', ${YEAR_AGO}, null ${numbers}`,
    `${GRANT} select ${idSql('patient', 'n')}, ${id(3)}, 1, 'CARER', ${idSql('carer', 'n / 4 * 4')}, 'Carer', '{GENERAL}',
      '{SEE,MESSAGE}', null, 'PATIENT_CHOICE', ${YEAR_AGO}, false, 'The record''s owner', ${YEAR_AGO}, null ${numbers} where n >= 4`,
    `${GRANT} select patient_id, ('019e0016' || substr(id::text, 9))::uuid, 1, 'TEAM', team_id, 'A team', '{}', '{SEE,MESSAGE}',
      id, 'PATIENT_CHOICE', started_at, false, 'The record''s owner', started_at, null from heldwell.thread
      where patient_id between ${idSql('patient', String(from))} and ${idSql('patient', String(to))}`,
    `insert into heldwell.grant_head (patient_id, grantee_id) select distinct patient_id, grantee_id from heldwell.consent_grant
      where patient_id between ${idSql('patient', String(from))} and ${idSql('patient', String(to))}`,
    `insert into heldwell.caseload (team_id, patient_id, family_key, given_key)
      select t.id, p.id, lower(p.family_name), lower(p.given_name) ${numbers}
      join heldwell.patient p on p.id = ${idSql('patient', 'n')}
      cross join lateral (values (${idSql('team', String(BIG_TEAM))}), (${idSql('team', GP)})) t (id)`,
  ];
};

/** Discussions: the big team has as many as one inbox shall hold, whatever the number of patients. */
export const threads = (from: number, to: number, patients: number): string[] => {
  const everyNth = Math.max(1, Math.floor(patients / BIG_INBOX));
  const team = `case when j = 0 and n % ${everyNth} = 0 and n / ${everyNth} <= ${BIG_INBOX} then ${BIG_TEAM}
    else 1 + (n + j * 7) % ${TEAMS - 1} end`;
  const mine = `patient_id between ${idSql('patient', String(from))} and ${idSql('patient', String(to))}`;
  const last = `case when j = 0 then 'PATIENT' else 'STAFF' end`;
  return [
    `insert into heldwell.thread (patient_id, id, author_id, client_id, subject, label, team_id, started_at, last_position,
       last_message_at, last_author, last_author_role, preview)
     select ${idSql('patient', 'n')}, t, ${idSql('person', 'n')}, t, 'A question, number ' || j, case j when 3 then 'MENTAL_HEALTH' else 'GENERAL' end,
       ${idSql('team', team)}, at - interval '5 days', ${MESSAGES_A_THREAD}, at, 'Somebody', ${last}, 'The beginning of the last message of this discussion …'
     from generate_series(${from}, ${to}) n cross join generate_series(0, ${THREADS_A_PATIENT - 1}) j
       cross join lateral (select ${idSql('thread', 'n * 8 + j')} as t, now() - j * interval '20 days' - n * interval '1 minute' as at) x`,
    `insert into heldwell.message (patient_id, id, thread_id, position, author_id, client_id, author_name, author_role, author_team_id, text, sent_at)
     select patient_id, m, id, k, case when k % 2 = 1 then author_id else ${idSql('professional', '0')} end, m, 'Somebody',
       case when k % 2 = 1 then 'PATIENT' else 'STAFF' end, case when k % 2 = 0 then team_id end,
       repeat('A sentence of a message. ', 6), last_message_at - (${MESSAGES_A_THREAD} - k) * interval '1 day'
     from heldwell.thread cross join generate_series(1, ${MESSAGES_A_THREAD}) k
       cross join lateral (select ('019e001' || k || substr(id::text, 9))::uuid as m) x where ${mine}`,
    `insert into heldwell.participant (patient_id, thread_id, reader_id, role, name, read_position, joined_at)
     select patient_id, id, patient_id, 'PATIENT', 'The patient', case last_author_role when 'STAFF' then last_position - 1 else last_position end, started_at
       from heldwell.thread where ${mine}
     union all
     select patient_id, id, team_id, 'STAFF', 'The team', case last_author_role when 'STAFF' then last_position else last_position - 1 end, started_at
       from heldwell.thread where ${mine}`,
    `insert into heldwell.team_inbox (team_id, last_message_at, patient_id, thread_id, last_author_role, unread)
     select team_id, last_message_at, patient_id, id, last_author_role, last_author_role <> 'STAFF' from heldwell.thread where ${mine}`,
  ];
};
