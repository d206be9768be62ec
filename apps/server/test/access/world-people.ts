import { uuidv7 } from 'uuidv7';
import { emailHash, sealEmail } from '../../src/features/sign-in/index.ts';
import { SystemKeys } from '../../src/platform/sealing/system-keys.ts';
import { tokenHash } from '../../src/platform/secrets.ts';
import { hexOf, runsOf } from '../builders/sealed.ts';
import { insertRows, type RunsAsOwner } from '../harness/insert-rows.ts';
import type { Canaries } from './canaries.ts';
import { type App, VIEWERS, type Viewer } from './viewers.ts';
import { NOW } from './world-entries.ts';

/** People, teams and sessions of the world; one organisation for the teams that hold grants, one each for others. */
export interface WorldPeople {
  personIds: ReadonlyMap<string, string>;
  teamIds: ReadonlyMap<string, string>;
  organisationIds: ReadonlyMap<string, string>;
  /** The cookie's value by the viewer's key. */
  tokens: ReadonlyMap<string, string>;
}

/** Which organisation a team is of. */
const organisationOf = (team: string): string =>
  team === 'other-organisation' || team === 'whole-organisation' ? team : 'trust';

export async function storePeople(db: RunsAsOwner, canaries: Canaries): Promise<WorldPeople> {
  const keys = await new SystemKeys(db.sealing, runsOf(db)).ofSystem('PEOPLE');
  const ids = (named: readonly string[]) => new Map([...new Set(named)].map((key) => [key, uuidv7()]));
  const personIds = ids(VIEWERS.map(({ person }) => person));
  const teams = ['front', ...VIEWERS.flatMap(({ team }) => team ?? [])];
  const teamIds = ids(teams);
  const organisationIds = ids(teams.map(organisationOf));
  await insertRows(
    db,
    'organisation',
    [...organisationIds].map(([key, id]) => ({ id, ods_code: key, name: key, default_label: 'GENERAL' })),
  );
  await insertRows(
    db,
    'team',
    [...teamIds].map(([key, id]) => teamRow(key, id, organisationIds)),
  );
  await insertRows(
    db,
    'person',
    [...personIds].map(([key, id]) => personRow(key, id, { canaries, keys })),
  );
  const members = VIEWERS.filter((viewer) => viewer.team || viewer.shutOut === 'LEFT_THE_TEAM');
  await insertRows(
    db,
    'team_member',
    members.map((viewer) => ({
      team_id: teamIds.get(viewer.team ?? 'staff:ALL_FOUR:IN_FORCE'),
      person_id: personIds.get(viewer.person),
      role: viewer.role ?? 'MEMBER',
      joined_at: NOW,
      left_at: viewer.shutOut === 'LEFT_THE_TEAM' ? NOW : null,
    })),
  );
  await insertRows(
    db,
    'organisation_officer',
    VIEWERS.filter(({ office }) => office).map(({ person, office }) => ({
      organisation_id: organisationIds.get('trust'),
      person_id: personIds.get(person),
      role: office,
      since: NOW,
    })),
  );
  return { personIds, teamIds, organisationIds, tokens: await storeSessions(db, personIds) };
}

function teamRow(key: string, id: string, organisationIds: ReadonlyMap<string, string>): object {
  const words = { description: 'A team.', answer_time: 'Two days', opening_hours: 'Always' };
  return {
    id,
    organisation_id: organisationIds.get(organisationOf(key)),
    code: key,
    name: `Team ${key}`,
    default_labels: ['GENERAL'],
    takes_messages: true,
    created_at: NOW,
    ...words,
  };
}

const personRow = (
  key: string,
  id: string,
  { canaries, keys }: { canaries: Canaries; keys: SystemKeys },
): object => ({
  id,
  given_name: canaries.word({ is: 'PERSON', of: key }),
  family_name: canaries.word({ is: 'PERSON', of: key }),
  email: hexOf(sealEmail(keys, id, `${key}@example.org`)),
  email_hash: hexOf(emailHash(keys.sealing, `${key}@example.org`)),
  password_hash: 'none',
  is_demo: false,
  created_at: NOW,
  disabled_at: key === 'disabled' ? NOW : null,
});

const signedIn = VIEWERS.filter((viewer): viewer is Viewer & { app: App } => viewer.app !== null);

async function storeSessions(
  db: RunsAsOwner,
  personIds: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const tokens = new Map(signedIn.map(({ key }) => [key, `token of ${key}`.replaceAll(/[^\w-]/g, '-')]));
  await insertRows(
    db,
    'session',
    signedIn.map((viewer) => ({
      id: uuidv7(),
      token_hash: `\\x${tokenHash(tokens.get(viewer.key) as string).toString('hex')}`,
      person_id: personIds.get(viewer.person),
      app: viewer.app,
      started_at: NOW,
      last_seen_at: NOW,
      expires_at: new Date(NOW.getTime() + 10 * 3_600_000),
    })),
  );
  return tokens;
}
