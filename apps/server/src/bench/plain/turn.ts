import type pg from 'pg';
import type { PlainKeys } from './keys.ts';

export interface Viewer {
  session: string;
  stale: boolean;
  person: string;
  name: string;
  app: 'PATIENT' | 'PROFESSIONAL';
  /** The own record, in the patient app. */
  patient: string | null;
  /** Own teams, and those and their organisations: whose grants are the viewer's. */
  teams: string[];
  grantees: string[];
}

/** One request within its transaction. */
export interface Turn {
  client: pg.PoolClient;
  viewer: Viewer;
  keys: PlainKeys;
  args: Record<string, string>;
  /** Statements that go out together with the commit. */
  last: pg.QueryConfig[];
}

export type Handler = (turn: Turn) => Promise<unknown>;
