import { createHmac } from 'node:crypto';
import { asSystem, statementsOf } from '../../platform/as-system.ts';
import type { Context } from '../../platform/context.ts';
import { readId } from '../../platform/global-id.ts';
import { badInput } from '../../platform/problems.ts';
import { publishAccessChange } from '../consent/index.ts';
import { type RegisteredPerson, readNhsNumber } from '../people/index.ts';
import { waitBefore } from '../sign-in/index.ts';
import { actingFor } from './acting-for.ts';
import type { RegisterPatientInput } from './front-desk.inputs.ts';
import { storeRegistration } from './store-registration.ts';

export type RegisterOutcome =
  | { is: 'REGISTERED'; id: string }
  | { is: 'STRANGER' }
  | { is: 'SENT_DIFFERENTLY' }
  | { is: 'WAIT'; seconds: number };

const said = (words: string | null | undefined): string | null => words?.trim() || null;

/** Reads what was entered; every fault is named by its field. */
function personFrom(input: RegisterPatientInput, today: Date): RegisteredPerson {
  const number = said(input.nhsNumber) && readNhsNumber(input.nhsNumber ?? '');
  if (number && number.is !== 'VALID') throw badInput([{ path: 'nhsNumber', code: number.is }]);
  const born = new Date(input.birthDate);
  const years = (today.getTime() - born.getTime()) / (365.25 * 86_400_000);
  if (years < 0) throw badInput([{ path: 'birthDate', code: 'IN_THE_FUTURE' }]);
  if (years > 130) throw badInput([{ path: 'birthDate', code: 'TOO_LONG_AGO' }]);
  return {
    title: said(input.title),
    givenName: input.givenName.trim(),
    familyName: input.familyName.trim(),
    preferredName: said(input.preferredName),
    birthDate: input.birthDate,
    gender: said(input.gender),
    details: {
      nhsNumber: number ? number.value : null,
      address: said(input.address),
      phone: said(input.phone),
      email: said(input.email),
      language: said(input.language),
      interpreterNeeded: input.interpreterNeeded ?? null,
      communicationNeeds: said(input.communicationNeeds),
    },
  };
}

/** Tells two registrations under one id apart, without keeping what they say. */
export const digestOf = (secret: string, entered: object): Buffer =>
  createHmac('sha256', secret)
    .update(`registration ${JSON.stringify(entered)}`)
    .digest();

/**
 * Registers somebody face to face. Known or unknown, or known with other details, the answer is the same: what became
 * of it, the team that registered sees as its registration.
 */
export async function registerPatient(
  context: Context,
  input: RegisterPatientInput,
): Promise<RegisterOutcome> {
  const { services, scope } = context;
  const person = personFrom(input, services.clock());
  const by = await actingFor(context, input.team);
  if (!by) return { is: 'STRANGER' };
  const seconds = await waitBefore(services, 'lookup', by.personId);
  if (seconds > 0) return { is: 'WAIT', seconds };
  const { instead, ...entered } = input;
  const digest = digestOf(services.secret, entered);
  const stored = await asSystem(services.database, 'register a patient face to face', async (manager) => {
    const runs = statementsOf(manager, services.sealing);
    const wanted = { id: input.id, digest, person, documents: input.documents, by };
    const made = await storeRegistration(runs, wanted);
    if (made && instead) {
      await runs.query({ text: SET_ASIDE, values: [readId('REGISTRATION', instead), by.team.id, by.name] });
    }
    return made;
  });
  if (!stored) return { is: 'SENT_DIFFERENTLY' };
  if (stored.patientId) publishAccessChange(scope, stored.patientId, by.team.id);
  return { is: 'REGISTERED', id: input.id };
}

const SET_ASIDE = `with aside as (update heldwell.desk_registration set settled_at = heldwell.now(), settled_by = $3, details = null
    where id = $1 and team_id = $2 and patient_id is null and settled_at is null returning id)
  select id from aside`;

/** Settles a registration that waits without a record of its own; what was entered is forgotten. */
export async function setAside(context: Context, registration: string): Promise<boolean> {
  const id = readId('REGISTRATION', registration);
  const [row] = await context.scope.query<{ team_id: string }>({
    text: 'select team_id from heldwell.desk_registration where id = $1',
    values: [id],
  });
  const viewer = await context.scope.viewer();
  if (!row || !viewer) return false;
  const name = `${viewer.givenName} ${viewer.familyName}`;
  const { services } = context;
  const done = await asSystem(services.database, 'set a registration aside', (manager) =>
    statementsOf(manager, services.sealing).query<{ id: string }>({
      text: SET_ASIDE,
      values: [id, row.team_id, name],
    }),
  );
  return done.length > 0;
}
