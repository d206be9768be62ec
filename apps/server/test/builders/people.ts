import { uuidv7 } from 'uuidv7';
import { emailHash, sealEmail } from '../../src/features/sign-in/index.ts';
import { SystemKeys } from '../../src/platform/sealing/system-keys.ts';
import type { TestDatabase } from '../harness/a-database.ts';
import { runsOf } from './sealed.ts';
import { unique } from './unique.ts';

export interface MadePerson {
  personId: string;
  email: string;
  givenName: string;
  familyName: string;
}

export interface MadeTeam {
  kind: 'TEAM';
  id: string;
  code: string;
  name: string;
  organisationId: string;
}

export interface MadeCarer extends MadePerson {
  kind: 'CARER';
  id: string;
  name: string;
}

/** Nobody can sign in with it: tests begin sessions directly. */
const NO_PASSWORD = 'none';

/** A person with an e-mail of their own. */
export async function aPerson(
  db: TestDatabase,
  chosen: Partial<Omit<MadePerson, 'personId'>> = {},
): Promise<MadePerson> {
  const number = unique();
  const person = {
    personId: uuidv7(),
    email: `person.${number}@example.org`,
    givenName: 'Robin',
    familyName: `Test${number}`,
    ...chosen,
  };
  const keys = await new SystemKeys(db.sealing, runsOf(db)).ofSystem('PEOPLE');
  const { personId, email } = person;
  await db.rows(
    `insert into heldwell.person (id, given_name, family_name, email, email_hash, password_hash)
     values ($1, $2, $3, $4, $5, $6)`,
    [
      ...[personId, person.givenName, person.familyName],
      ...[sealEmail(keys, personId, email), emailHash(db.sealing, email), NO_PASSWORD],
    ],
  );
  return person;
}

/** An organisation with a code of its own; its id. */
async function anOrganisation(
  db: TestDatabase,
  chosen: { ods?: string; name?: string; defaultLabel?: string } = {},
): Promise<string> {
  const id = uuidv7();
  const ods = chosen.ods ?? `T${unique()}`;
  await db.rows(
    `insert into heldwell.organisation (id, ods_code, name, default_label) values ($1, $2, $3, $4)`,
    [id, ods, chosen.name ?? `Organisation ${ods}`, chosen.defaultLabel ?? 'GENERAL'],
  );
  return id;
}

/** A team of an organisation of its own. */
export async function aTeam(
  db: TestDatabase,
  chosen: { name?: string; code?: string; organisationId?: string; defaultLabels?: string[] } = {},
): Promise<MadeTeam> {
  const code = chosen.code ?? `TEAM${unique()}`;
  const organisationId = chosen.organisationId ?? (await anOrganisation(db));
  const team = {
    kind: 'TEAM' as const,
    id: uuidv7(),
    code,
    name: chosen.name ?? `Team ${code}`,
    organisationId,
  };
  await db.rows(
    `insert into heldwell.team (id, organisation_id, code, name, default_labels) values ($1, $2, $3, $4, $5)`,
    [team.id, organisationId, code, team.name, chosen.defaultLabels ?? ['GENERAL']],
  );
  return team;
}

/** A person who works in a team. */
export async function aProfessional(
  db: TestDatabase,
  { team, role = 'MEMBER' }: { team: MadeTeam; role?: 'MEMBER' | 'COORDINATOR' | 'MANAGER' },
): Promise<MadePerson> {
  const person = await aPerson(db, { givenName: 'Sam' });
  await db.rows('insert into heldwell.team_member (team_id, person_id, role) values ($1, $2, $3)', [
    team.id,
    person.personId,
    role,
  ]);
  return person;
}

/** A person who can care for patients; access comes with `aPatient(db).sharing(…, { with: carer })`. */
export async function aCarer(db: TestDatabase): Promise<MadeCarer> {
  const person = await aPerson(db, { givenName: 'Alex' });
  const name = `${person.givenName} ${person.familyName}`;
  return { ...person, kind: 'CARER', id: person.personId, name };
}

/** A privacy officer of an organisation: an office, and no team. */
export const aPrivacyOfficer = (db: TestDatabase, organisationId: string): Promise<MadePerson> =>
  inOffice(db, { organisationId, office: 'PRIVACY_OFFICER', givenName: 'Pat' });

/** An administrator of an organisation: an office, and no team. */
export const anAdministrator = (db: TestDatabase, organisationId: string): Promise<MadePerson> =>
  inOffice(db, { organisationId, office: 'ADMINISTRATOR', givenName: 'Ada' });

async function inOffice(
  db: TestDatabase,
  { organisationId, office, givenName }: { organisationId: string; office: string; givenName: string },
): Promise<MadePerson> {
  const person = await aPerson(db, { givenName });
  await db.rows(
    'insert into heldwell.organisation_officer (organisation_id, person_id, role) values ($1, $2, $3)',
    [organisationId, person.personId, office],
  );
  return person;
}

/** Somebody works in another team as well, as a member. */
export async function alsoWorksIn(db: TestDatabase, team: MadeTeam, personId: string): Promise<void> {
  await db.rows(
    `insert into heldwell.team_member (team_id, person_id, role, job_title) values ($1, $2, 'MEMBER', 'Nurse')`,
    [team.id, personId],
  );
}
