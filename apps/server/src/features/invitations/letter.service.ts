import { asSystem, type SystemRuns, statementsOf } from '../../platform/as-system.ts';
import type { Context, Services } from '../../platform/context.ts';
import { channels } from '../../platform/events.ts';
import { BRAND_SQL, type BrandRow } from '../organisations/index.ts';
import { emailCodeFits, useEmailProof, verifyIdentity } from '../registration/index.ts';
import { enterAs, hashPassword, newPerson, passwordProblem, waitBefore } from '../sign-in/index.ts';
import type { AcceptLetterInput, LetterInput } from './letter.inputs.ts';
import { letterHashes } from './make-letter.ts';

/** Wrong tries after which a letter is dead. */
const MOST_TRIES = 5;

/** A letter whose codes and birth date were right. */
export interface OpenLetter {
  patient_id: string;
  id: string;
  organisation_id: string;
  organisation_name: string;
  given_name: string;
  family_name: string;
  expires_at: Date;
  brand: BrandRow;
}

export type LetterAnswer =
  | { is: 'OPEN'; letter: OpenLetter }
  | { is: 'REFUSED' }
  | { is: 'WAIT'; seconds: number };

// One statement judges and counts: the row's lock puts tries at the same moment one after the other.
const TRY = `with tried as (
    update heldwell.invitation i set failed_tries = i.failed_tries
        + case when i.second_code_hash = $2 and r.birth_date = $3::date then 0 else 1 end
      from heldwell.patient r
     where r.id = i.patient_id and i.code_hash = $1 and i.sent_by = 'LETTER' and i.accepted_at is null
       and i.withdrawn_at is null and i.expires_at > heldwell.now() and i.failed_tries < ${MOST_TRIES}
    returning i.*, r.given_name, r.family_name, i.second_code_hash = $2 and r.birth_date = $3::date as fits)
  select t.*, ${BRAND_SQL} as brand from tried t join heldwell.organisation o on o.id = t.organisation_id`;

/** Whether both codes and the birth date go together; wrong ones are counted, and which of the three it was is not said. */
export async function openLetter(context: Context, typed: LetterInput): Promise<LetterAnswer> {
  const { services, address } = context;
  const seconds = await waitBefore(services, 'letter', address);
  if (seconds > 0) return { is: 'WAIT', seconds };
  const letter = await asSystem(services.database, 'try the codes of a letter', async (manager) => {
    const [row] = await statementsOf(manager, services.sealing).query<OpenLetter & { fits: boolean }>({
      text: TRY,
      values: tryOf(services, typed),
    });
    return row;
  });
  return letter?.fits ? { is: 'OPEN', letter } : { is: 'REFUSED' };
}

const tryOf = (services: Pick<Services, 'sealing'>, { firstCode, secondCode, birthDate }: LetterInput) => [
  ...letterHashes(services.sealing, { first: firstCode, second: secondCode }),
  birthDate,
];

export type AcceptLetterOutcome =
  | Exclude<LetterAnswer, { is: 'OPEN' }>
  | { is: 'ACCEPTED' }
  | { is: 'WAITS' }
  | { is: 'CODE' }
  | { is: 'UNDER_16' }
  | { is: 'PASSWORD'; message: string };

/**
 * Takes up the record of a letter with a new sign-in. Exactly one use of a letter succeeds. Where mails are sent the
 * address is proved first; one that has a sign-in answers as a wrong code does.
 */
export async function acceptLetter(context: Context, input: AcceptLetterInput): Promise<AcceptLetterOutcome> {
  const { services } = context;
  const seconds = await waitBefore(services, 'address', context.address);
  if (seconds > 0) return { is: 'WAIT', seconds };
  const problem = passwordProblem(input.password);
  if (problem) return { is: 'PASSWORD', message: problem };
  const passwordHash = await hashPassword(input.password);
  const answer = await openLetter(context, input.letter);
  if (answer.is !== 'OPEN') return answer;
  const { letter } = answer;
  const proof = input.proof ?? null;
  if (services.mails && !(proof && (await emailCodeFits(services, proof)))) return { is: 'CODE' };
  let personId = '';
  const outcome = await allOrNothing(services, async (runs) => {
    if (services.mails && !(proof && (await useEmailProof(runs, proof)))) return { is: 'CODE' };
    const made = await newPerson(runs, {
      ...{ givenName: letter.given_name, familyName: letter.family_name },
      ...{ email: (proof?.email ?? input.email).trim(), passwordHash, confirmed: services.mails },
    });
    if (!made) return { is: 'CODE' };
    personId = made;
    return takeUpByLetter(runs, letter, personId);
  });
  if (outcome.is !== 'ACCEPTED') return outcome;
  await enterAs(context, 'PATIENT', personId);
  publish(context, letter.patient_id);
  return outcome;
}

/** Enters the codes of a letter as somebody signed in: their own record gives way where it is empty. */
export async function useLetter(context: Context, typed: LetterInput): Promise<AcceptLetterOutcome> {
  const viewer = await context.scope.viewer();
  const answer = await openLetter(context, typed);
  if (answer.is !== 'OPEN' || !viewer) return answer.is === 'OPEN' ? { is: 'REFUSED' } : answer;
  const { letter } = answer;
  const outcome = await allOrNothing(context.services, (runs) =>
    takeUpByLetter(runs, letter, viewer.personId),
  );
  if (outcome.is !== 'ACCEPTED' && outcome.is !== 'WAITS') return outcome;
  // The record may be theirs only now: the session is opened anew.
  if (context.credentials) await context.scope.signInAs(context.credentials);
  if (viewer.patientId) publish(context, viewer.patientId);
  publish(context, letter.patient_id);
  return outcome;
}

/** Runs work of the system; what does not end well leaves nothing behind. */
async function allOrNothing(
  services: Services,
  work: (runs: SystemRuns) => Promise<AcceptLetterOutcome>,
): Promise<AcceptLetterOutcome> {
  let outcome: AcceptLetterOutcome = { is: 'REFUSED' };
  await asSystem(services.database, 'take up a record by a letter', async (manager) => {
    outcome = await work(statementsOf(manager, services.sealing));
    if (outcome.is !== 'ACCEPTED' && outcome.is !== 'WAITS') throw new Undone();
  }).catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error;
  });
  return outcome;
}

class Undone extends Error {}

async function takeUpByLetter(
  runs: SystemRuns,
  letter: OpenLetter,
  personId: string,
): Promise<AcceptLetterOutcome> {
  const used = await runs.query<{ id: string }>({
    text: `with used as (update heldwell.invitation set accepted_at = heldwell.now()
        where patient_id = $1 and id = $2 and accepted_at is null and withdrawn_at is null returning id)
      select id from used`,
    values: [letter.patient_id, letter.id],
  });
  if (used.length !== 1) return { is: 'REFUSED' };
  const { patient_id: patientId, organisation_id: organisationId } = letter;
  const outcome = await verifyIdentity(runs, { personId, how: 'LETTER', organisationId, patientId });
  if (outcome.is === 'TAKEN_UP') return { is: 'ACCEPTED' };
  if (outcome.is === 'WAITS') return { is: 'WAITS' };
  return outcome.is === 'UNDER_16' ? { is: 'UNDER_16' } : { is: 'REFUSED' };
}

function publish({ scope }: Context, patient: string): void {
  scope.publish({ channel: channels.access(patient), ids: { patient } });
}
