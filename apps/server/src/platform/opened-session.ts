import type pg from 'pg';
import { gather } from './database.ts';
import type { SqlStatement } from './sql-statement.ts';

export type AppName = 'PATIENT' | 'CARER' | 'PROFESSIONAL';
/** As what somebody asks: in one of the apps, or a partner's app by a token of its own. */
export type ViewerApp = AppName | 'PARTNER';

/** Who asks, as the session of this transaction says. */
export interface Viewer {
  sessionId: string;
  personId: string;
  givenName: string;
  familyName: string;
  app: ViewerApp;
  /** Their own record, in the patient app. */
  patientId: string | null;
  /** The same while it is frozen: then it is closed to them, but for their plan. */
  frozenPatientId: string | null;
  /** Their teams, in the professional app. */
  teams: { id: string; name: string }[];
  /** Of a partner's token: whether its scopes let it ask about the schema itself. */
  mayIntrospect: boolean;
  expiresAt: string;
}

/** What opens a session: the hash of the cookie's value and the app it is for. */
export interface Credentials {
  tokenHash: Buffer;
  app: ViewerApp;
}

/** What `heldwell.open_session` says. */
interface SessionRow {
  session_id: string;
  person_id: string;
  given_name: string;
  family_name: string;
  patient_id: string | null;
  frozen_patient_id: string | null;
  team_ids: string[] | null;
  team_names: string[] | null;
  /** Of a token alone. */
  may_introspect?: boolean;
  expires_at: Date;
}

/** Opens the session of a cookie, or the token of a partner, for this transaction. */
const sessionStatement = ({ tokenHash, app }: Credentials, attended: boolean): SqlStatement =>
  app === 'PARTNER'
    ? { name: 'open_token', text: 'select * from heldwell.open_token($1)', values: [tokenHash] }
    : {
        name: 'open_session',
        text: 'select * from heldwell.open_session($1, $2, $3)',
        values: [tokenHash, app, attended],
      };

/** Who a session's row says it is. */
const viewerOf = (row: SessionRow, app: ViewerApp): Viewer => ({
  sessionId: row.session_id,
  personId: row.person_id,
  givenName: row.given_name,
  familyName: row.family_name,
  app,
  patientId: row.patient_id,
  frozenPatientId: row.frozen_patient_id,
  teams: (row.team_ids ?? []).map((id, index) => ({ id, name: row.team_names?.[index] ?? '' })),
  mayIntrospect: row.may_introspect ?? false,
  expiresAt: row.expires_at.toISOString(),
});

/** Opens a session on this connection, with the transaction where it is to begin; null when nobody is signed in. */
export async function openSession(
  client: pg.PoolClient,
  { begins, credentials, attended }: { begins: boolean; credentials: Credentials | null; attended: boolean },
): Promise<Viewer | null> {
  gather(client);
  const [, opened] = await Promise.all([
    begins ? client.query('begin') : undefined,
    credentials ? client.query<SessionRow>(sessionStatement(credentials, attended)) : undefined,
  ]);
  const row = opened?.rows[0];
  return credentials && row ? viewerOf(row, credentials.app) : null;
}
