import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type pg from 'pg';
import type { Viewer } from './turn.ts';

const FOUND = `s.token_hash = $1 and s.ended_at is null and p.disabled_at is null and s.expires_at > now()`;
const VIEWER = `s.id as session, s.last_seen_at < now() - interval '1 minute' as stale, p.id as person,
  p.given_name || ' ' || p.family_name as name, s.app`;

const PATIENT = `select ${VIEWER}, r.id as patient from heldwell.session s join heldwell.person p on p.id = s.person_id
  left join heldwell.patient r on r.person_id = p.id
  where ${FOUND} and s.app = 'PATIENT' and s.last_seen_at > now() - interval '30 minutes'`;

const PROFESSIONAL = `select ${VIEWER}, null as patient, m.teams, m.grantees
  from heldwell.session s join heldwell.person p on p.id = s.person_id
  left join lateral (select array_agg(t.id order by t.name) as teams, array_agg(t.id) || array_agg(distinct t.organisation_id) as grantees
    from heldwell.team_member m join heldwell.team t on t.id = m.team_id where m.person_id = p.id and m.left_at is null) m on true
  where ${FOUND} and s.app = 'PROFESSIONAL' and s.last_seen_at > now() - interval '15 minutes'`;

/** Who asks; undefined when the cookie opens no session. */
export async function sessionOf(
  client: pg.PoolClient,
  request: IncomingMessage,
): Promise<Viewer | undefined> {
  const professional = request.headers['x-heldwell-app'] === 'professional';
  const name = professional ? '__Host-professional=' : '__Host-patient=';
  const cookie = request.headers.cookie?.split(/;\s*/).find((one) => one.startsWith(name));
  const { rows } = await client.query<Viewer>({
    name: professional ? 'professional' : 'patient',
    text: professional ? PROFESSIONAL : PATIENT,
    values: [
      createHash('sha256')
        .update(cookie?.slice(name.length) ?? '')
        .digest(),
    ],
  });
  const viewer = rows[0];
  if (viewer?.stale) {
    await client.query('update heldwell.session set last_seen_at = now() where id = $1', [viewer.session]);
  }
  return viewer;
}
