import pg from 'pg';
import { newToken, tokenHash } from '../platform/secrets.ts';
import { withOwner } from './fill.ts';
import type { WireRequest } from './http-connection.ts';
import { BIG_RECORD, idOf, PROFESSIONALS } from './identity.ts';

/** Somebody who asks: the headers their browser sends, and their number in the data. */
export interface Asker {
  n: number;
  headers: WireRequest['headers'];
}

export interface Askers {
  patients: Asker[];
  professionals: Asker[];
}

/** How many patients take turns. */
const PATIENTS = 64;

/** Puts the data back as it was built, and opens sessions for this run. */
export async function prepareRun(url: string, patients: number): Promise<Askers> {
  return withOwner(url, async (client) => {
    await client.query(`set session_replication_role = replica`);
    await client.query('truncate heldwell.access_log, heldwell.session cascade');
    await forgetSent(client);
    const step = Math.max(1, Math.floor(patients / PATIENTS) - 1);
    const spread = Array.from(
      { length: Math.min(PATIENTS, patients - 1) },
      (_, i) => BIG_RECORD + 1 + i * step,
    );
    const askers: Askers = { patients: [], professionals: [] };
    for (const n of spread) {
      askers.patients.push(await signIn(client, { n, app: 'patient', person: idOf('person', n) }));
    }
    for (let n = 0; n < PROFESSIONALS; n += 1) {
      askers.professionals.push(
        await signIn(client, { n, app: 'professional', person: idOf('professional', n) }),
      );
    }
    // Not the emptied access log: a plan made for no rows at all would be kept while the log grows.
    await client.query(
      'vacuum (analyze) heldwell.session, heldwell.message, heldwell.thread, heldwell.participant, heldwell.team_inbox',
    );
    return askers;
  });
}

interface SigningIn {
  n: number;
  app: 'patient' | 'professional';
  person: string;
}

async function signIn(client: pg.Client, { n, app, person }: SigningIn): Promise<Asker> {
  const token = newToken();
  await client.query(
    `insert into heldwell.session (id, token_hash, person_id, app, started_at, last_seen_at, expires_at)
     values (gen_random_uuid(), $1, $2, $3, now(), now(), now() + interval '8 hours')`,
    [tokenHash(token), person, app.toUpperCase()],
  );
  const cookie = `__Host-${app}=${token}`;
  return { n, headers: { 'content-type': 'application/json', 'x-heldwell-app': app, cookie } };
}

/** Messages that earlier runs sent, and what they moved. */
async function forgetSent(client: pg.Client): Promise<void> {
  await client.query(`with gone as (delete from heldwell.message where position > 5 returning thread_id),
    moved as (update heldwell.thread t set last_position = 5, last_author_role = 'STAFF',
        last_message_at = started_at + interval '5 days'
      where id in (select thread_id from gone) returning patient_id, id, team_id, last_message_at),
    inbox as (update heldwell.team_inbox i set last_message_at = m.last_message_at, last_author_role = 'STAFF', unread = false
      from moved m where i.team_id = m.team_id and i.thread_id = m.id)
    update heldwell.participant p set read_position = case role when 'PATIENT' then 4 else 5 end
      from moved m where p.patient_id = m.patient_id and p.thread_id = m.id`);
}
