import {
  ensureMember,
  ensureOfficer,
  ensureOrganisation,
  ensureTeam,
  greetAs,
} from '../../features/organisations/index.ts';
import { ensurePerson, hashPassword } from '../../features/sign-in/index.ts';
import { asSystem, statementsOf } from '../../platform/as-system.ts';
import type { Services } from '../../platform/context.ts';
import { DEMO_PASSWORD } from './acting-as.ts';
import { BRANDS } from './story/brands.ts';
import { ORGANISATIONS, PROFESSIONALS, TEAMS } from './story/cast.ts';
import type { DemoOfficer, DemoProfessional } from './story/cast-shapes.ts';
import { OFFICERS } from './story/officers.ts';

type Named = Pick<DemoOfficer, 'given' | 'family' | 'email'>;

/** Makes the organisations, their teams, the people who work in them, and those who hold an office. */
export async function makeOrganisations(services: Services): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await asSystem(services.database, 'set up the demo organisations', async (manager) => {
    const personOf = ({ given: givenName, family: familyName, email }: Named) =>
      ensurePerson(statementsOf(manager, services.sealing), { givenName, familyName, email, passwordHash });
    const organisations = new Map<string, string>();
    for (const { ods, name } of Object.values(ORGANISATIONS)) {
      organisations.set(ods, (await ensureOrganisation(manager, { ods, name })).id);
    }
    for (const { organisation, ...brand } of BRANDS)
      await greetAs(manager, organisations.get(organisation) ?? '', brand);
    const teams = new Map<string, string>();
    for (const { organisation, answersWithin, ...team } of TEAMS) {
      const organisationId = organisations.get(organisation) ?? '';
      teams.set(team.code, await ensureTeam(manager, { ...team, organisationId, answerTime: answersWithin }));
    }
    for (const professional of Object.values(PROFESSIONALS) as DemoProfessional[]) {
      await ensureMember(manager, {
        teamId: teams.get(professional.team) ?? '',
        personId: await personOf(professional),
        role: professional.coordinator ? 'COORDINATOR' : 'MEMBER',
        jobTitle: professional.role,
      });
    }
    for (const officer of OFFICERS) {
      const organisationId = organisations.get(officer.organisation) ?? '';
      const { office } = officer;
      await ensureOfficer(manager, { organisationId, personId: await personOf(officer), office });
    }
  });
}
