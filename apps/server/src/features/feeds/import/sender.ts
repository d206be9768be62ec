import type { EntityManager } from 'typeorm';
import {
  ensureOrganisation,
  type OrganisationRow,
  organisationByCode,
  type TeamRow,
  teamByCode,
} from '../../organisations/index.ts';

/** Who sends, and the team that cares for the people it sends, if one was named. */
export interface Sender {
  organisation: OrganisationRow & { made: boolean };
  team: TeamRow | null;
}

/** Said to whoever started the import, in one sentence. */
export class ImportProblem extends Error {
  override name = 'ImportProblem';
}

/** Finds the sender by its code, or makes it when a name comes along. */
export async function findSender(
  manager: EntityManager,
  wanted: { ods: string; name?: string | undefined; team?: string | undefined },
): Promise<Sender> {
  const organisation = await organisationOf(manager, wanted);
  if (!wanted.team) return { organisation, team: null };
  const team = await teamByCode(manager, wanted.team);
  if (!team) throw new ImportProblem(`There is no team with the code ${wanted.team}.`);
  if (team.organisation_id !== organisation.id) {
    throw new ImportProblem(`The team ${team.code} (${team.name}) does not belong to ${organisation.name}.`);
  }
  return { organisation, team };
}

async function organisationOf(
  manager: EntityManager,
  { ods, name }: { ods: string; name?: string | undefined },
): Promise<Sender['organisation']> {
  if (!/^[A-Za-z0-9]{2,12}$/.test(ods.trim())) {
    throw new ImportProblem(`“${ods}” is no ODS code: it has two to twelve letters and digits.`);
  }
  if (name) return ensureOrganisation(manager, { ods, name });
  const found = await organisationByCode(manager, ods);
  if (!found) throw new ImportProblem(`There is no organisation with the code ${ods}: name it with --name.`);
  return { ...found, made: false };
}
