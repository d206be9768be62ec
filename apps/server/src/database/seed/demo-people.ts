import { invite, inviteToRecord } from '../../features/invitations/index.ts';
import { nhsNumberHash } from '../../features/people/index.ts';
import { emailHash } from '../../features/sign-in/index.ts';
import { asSystem, statementsOf } from '../../platform/as-system.ts';
import type { Services } from '../../platform/context.ts';
import type { Actors } from './acting-as.ts';
import { CARERS, PATIENTS, PROFESSIONALS } from './story/cast.ts';
import type { DemoCarer, DemoPatient } from './story/cast-shapes.ts';
import { stableUuid } from './story/fhir/stable-uuid.ts';
import { OFFICERS } from './story/officers.ts';

export const patientOf = (key: string): DemoPatient => {
  const found = Object.values(PATIENTS).find((patient) => patient.key === key);
  if (!found) throw new Error(`There is no patient ${key} in the story.`);
  return found as DemoPatient;
};

/** A patient takes up the record that came from the feeds, by the link staff would hand them. */
export async function takeUp(services: Services, actors: Actors, patient: DemoPatient): Promise<void> {
  const invited = await asSystem(
    services.database,
    'invite a demo patient to their record',
    async (manager) => {
      const [row] = await manager.query<{ patient_id: string }[]>(
        'select patient_id from heldwell.patient_identity where nhs_number_hash = $1',
        [nhsNumberHash(services.sealing, patient.nhsNumber)],
      );
      if (!row) throw new Error(`No record of ${patient.given} ${patient.family} came in.`);
      return inviteToRecord(statementsOf(manager, services.sealing), {
        patientId: row.patient_id,
        email: patient.email,
        checkedBy: `${PROFESSIONALS.whitlock.given} ${PROFESSIONALS.whitlock.family}`,
      });
    },
  );
  if (invited.is === 'INVITED')
    await actors.accept(invited.link, {
      ...{ givenName: patient.given, familyName: patient.family },
      email: patient.email,
    });
}

/** Each patient invites their carers, and the carers accept. */
export async function inviteCarers(actors: Actors): Promise<void> {
  for (const carer of CARERS) {
    for (const care of carer.caresFor) await inviteOne(actors, carer, care);
  }
}

async function inviteOne(
  actors: Actors,
  carer: DemoCarer,
  care: DemoCarer['caresFor'][number],
): Promise<void> {
  const patient = await actors.as(patientOf(care.patient).email, 'PATIENT');
  const invited = await patient((context) =>
    invite(context, 'CARE_FOR', {
      id: stableUuid(`invitation/${care.patient}/${carer.key}`),
      name: `${carer.given} ${carer.family}`,
      email: carer.email,
      relationship: care.relationship,
      labels: care.labels,
      rights: care.rights,
    }),
  );
  if (invited.is === 'INVITED' && invited.link)
    await actors.accept(invited.link, {
      ...{ givenName: carer.given, familyName: carer.family },
      email: carer.email,
    });
}

/** Marks everybody of the story, so that production refuses to serve beside them. */
export async function markDemoPeople(services: Services): Promise<void> {
  const everybody = [...Object.values(PATIENTS), ...Object.values(PROFESSIONALS), ...OFFICERS, ...CARERS];
  const hashes = everybody.map(({ email }) => emailHash(services.sealing, email));
  await asSystem(services.database, 'mark the demo people', (manager) =>
    manager.query('update heldwell.person set is_demo = true where email_hash = any ($1)', [hashes]),
  );
}
