import type { Context } from '../../../platform/context.ts';
import { readId, writeId } from '../../../platform/global-id.ts';
import { nhsNumberHash, readNhsNumber } from '../../people/index.ts';
import { waitBefore } from '../../sign-in/index.ts';
import type { LaunchTarget } from '../relying-party/under-way.ts';

/** Pages of a record a launch may name; everything else is its first. */
const PAGES: Record<string, string> = {
  timeline: '/timeline',
  results: '/results',
  kinds: '/kinds',
  messages: '/messages',
  details: '/details',
};

/** What a launch asks for, where it asks for a patient at all. */
export function targetOf(patient: unknown, page: unknown): LaunchTarget | null {
  if (typeof patient !== 'string' || patient.trim() === '' || patient.length > 100) return null;
  return { patient: patient.trim(), page: typeof page === 'string' ? page.slice(0, 40) : '' };
}

// As the viewer: a record they may not see is in none of these tables, like one that does not exist.
const FOUND = `select p.id, (select c.team_id from heldwell.caseload c where c.patient_id = p.id
    and c.team_id = any (heldwell.viewer_teams()) order by c.team_id limit 1) as team
  from heldwell.patient p where p.id = $1
    and exists (select from heldwell.viewer_grant g where g.patient_id = p.id and 'SEE' = any (g.rights))`;
const BY_NUMBER = 'select patient_id as id from heldwell.patient_identity where nhs_number_hash = $1';

/** Where a launch ends: on the patient in the team that may see them, or where access is asked for. Never elsewhere. */
export async function placeOf(context: Context, target: LaunchTarget): Promise<string> {
  const viewer = await context.scope.viewer();
  const [firstTeam] = viewer?.teams ?? [];
  if (!viewer || !firstTeam) return '/professional/';
  const patient = await patientOf(context, viewer.personId, target.patient);
  const [found] = patient
    ? await context.scope.query<{ id: string; team: string | null }>({ text: FOUND, values: [patient] })
    : [];
  const team = writeId('TEAM', found?.team ?? firstTeam.id);
  const patients = `/professional/teams/${team}/patients`;
  if (!found) return `${patients}/ask`;
  const page = Object.hasOwn(PAGES, target.page) ? PAGES[target.page] : '';
  return `${patients}/${writeId('RECORD', found.id)}${page}`;
}

/** The record an NHS number or an id stands for, if the viewer may see it. Trying many numbers ends. */
async function patientOf(context: Context, personId: string, written: string): Promise<string | null> {
  const number = readNhsNumber(written);
  if (number.is !== 'VALID') return readId('RECORD', written);
  if ((await waitBefore(context.services, 'lookup', personId)) > 0) return null;
  const hash = nhsNumberHash(context.services.sealing, number.value);
  const [row] = await context.scope.query<{ id: string }>({ text: BY_NUMBER, values: [hash] });
  return row?.id ?? null;
}
