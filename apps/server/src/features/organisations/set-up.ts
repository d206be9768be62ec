import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';

/** An organisation as feeds and set-up know it. */
export interface OrganisationRow {
  id: string;
  ods_code: string;
  name: string;
  default_label: 'GENERAL' | 'MENTAL_HEALTH' | 'SEXUAL_HEALTH' | 'SOCIAL_CARE' | 'UNLABELLED';
}

export interface TeamRow {
  id: string;
  organisation_id: string;
  code: string;
  name: string;
  default_labels: string[];
}

/** The organisation of an ODS code, if it is known. */
export async function organisationByCode(
  manager: EntityManager,
  ods: string,
): Promise<OrganisationRow | undefined> {
  const rows = await manager.query<OrganisationRow[]>(
    'select id, ods_code, name, default_label from heldwell.organisation where ods_code = upper($1)',
    [ods.trim()],
  );
  return rows[0];
}

/** Makes an organisation, or finds it: the name of a known one stays. */
export async function ensureOrganisation(
  manager: EntityManager,
  wanted: { ods: string; name: string },
): Promise<OrganisationRow & { made: boolean }> {
  const made = await manager.query<OrganisationRow[]>(
    `insert into heldwell.organisation (id, ods_code, name) values ($1, upper($2), $3)
     on conflict (ods_code) do nothing returning id, ods_code, name, default_label`,
    [uuidv7(), wanted.ods.trim(), wanted.name.trim()],
  );
  const found = made[0] ?? (await organisationByCode(manager, wanted.ods));
  if (!found) throw new Error('An organisation was neither made nor found.');
  return { ...found, made: made.length > 0 };
}

/** Says how an organisation greets the people it invites. */
export async function greetAs(
  manager: EntityManager,
  organisationId: string,
  brand: { serviceName: string; welcome: string },
): Promise<void> {
  await manager.query('update heldwell.organisation set service_name = $2, welcome = $3 where id = $1', [
    organisationId,
    brand.serviceName,
    brand.welcome,
  ]);
}

/** The team of a code, if it is known. */
export async function teamByCode(manager: EntityManager, code: string): Promise<TeamRow | undefined> {
  const rows = await manager.query<TeamRow[]>(
    'select id, organisation_id, code, name, default_labels from heldwell.team where code = $1',
    [code.trim()],
  );
  return rows[0];
}

export interface NewTeam {
  organisationId: string;
  code: string;
  name: string;
  defaultLabels: readonly string[];
  answerTime?: string;
  openingHours?: string;
  /** With it people add themselves to the team; left out, it takes nobody who is not referred. */
  selfReferralCode?: string;
}

/** Makes a team, or finds the one of that code; its id. */
export async function ensureTeam(manager: EntityManager, team: NewTeam): Promise<string> {
  const [row] = await manager.query<{ id: string }[]>(
    `insert into heldwell.team (id, organisation_id, code, name, default_labels, answer_time, opening_hours,
       self_referral_code)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (code) do update set code = excluded.code returning id`,
    [
      uuidv7(),
      team.organisationId,
      team.code,
      team.name,
      team.defaultLabels,
      team.answerTime ?? null,
      team.openingHours ?? null,
      team.selfReferralCode ?? null,
    ],
  );
  if (!row) throw new Error('A team was neither made nor found.');
  return row.id;
}

/** Makes a person a member of a team, or one again; a member stays what they are. */
export async function ensureMember(
  manager: EntityManager,
  member: { teamId: string; personId: string; role: 'MEMBER' | 'COORDINATOR' | 'MANAGER'; jobTitle?: string },
): Promise<void> {
  await manager.query(
    `insert into heldwell.team_member as m (team_id, person_id, role, job_title, joined_at)
     values ($1, $2, $3, $4, heldwell.now()) on conflict (team_id, person_id) do update
       set role = excluded.role, job_title = excluded.job_title, joined_at = excluded.joined_at, left_at = null
       where m.left_at is not null`,
    [member.teamId, member.personId, member.role, member.jobTitle ?? null],
  );
}

/** Gives a person an office of an organisation, that of a privacy officer unless said otherwise; who holds it keeps it. */
export async function ensureOfficer(
  manager: EntityManager,
  officer: { organisationId: string; personId: string; office?: 'ADMINISTRATOR' | 'PRIVACY_OFFICER' },
): Promise<void> {
  await manager.query(
    `insert into heldwell.organisation_officer as o (organisation_id, person_id, role, since)
     values ($1, $2, $3, heldwell.now()) on conflict (organisation_id, person_id, role) do update
       set since = excluded.since, until = null where o.until is not null`,
    [officer.organisationId, officer.personId, officer.office ?? 'PRIVACY_OFFICER'],
  );
}
