import { asSystem, type SystemRuns, statementsOf } from '../../platform/as-system.ts';
import type { Context } from '../../platform/context.ts';
import { readId, writeId } from '../../platform/global-id.ts';
import { SystemKeys } from '../../platform/sealing/system-keys.ts';
import { makeLetter } from '../invitations/index.ts';
import { openDetails } from '../people/index.ts';
import { type ActingFor, actingFor } from './acting-for.ts';
import type { InviteToTakeUpInput, MakeLettersInput, VouchInput } from './front-desk.inputs.ts';
import type { Letterhead, LettersMade, TakeUpLetter } from './front-desk.type.ts';
import { sendTakeUpLink } from './send-take-up-link.ts';
import { storeCheck, verifyByStaff } from './vouch.ts';

/** Why what a front desk was to do was not done. */
export type DeskRefusal =
  | 'TAKEN_UP'
  | 'UNDER_SIXTEEN'
  | 'DECEASED'
  | 'DOCUMENTS_NOT_CHECKED'
  | 'ONESELF'
  | 'ALREADY'
  | 'NO_SUCH_DAY';
export type DeskOutcome = { is: 'DONE' } | { is: 'REFUSED'; why: DeskRefusal } | { is: 'STRANGER' };

interface AtDesk {
  taken_up: boolean;
  under_sixteen: boolean;
  deceased: boolean;
  own: boolean;
  checked: boolean;
}

const AT_DESK = `select r.taken_up, r.under_sixteen, r.deceased, r.own, exists (select from heldwell.document_check c
    where c.patient_id = r.patient_id and c.organisation_id = $2) as checked
  from heldwell.front_desk_record r where r.patient_id = $1`;

/** Where a record stands, for the team the viewer acts for; undefined where either is none of theirs. */
async function deskOf(context: Context, of: { record: string; team: string }) {
  const by = await actingFor(context, of.team);
  if (!by) return undefined;
  const patientId = readId('RECORD', of.record);
  const [record] = await context.scope.query<AtDesk>({
    text: AT_DESK,
    values: [patientId, by.organisation.id],
  });
  return record && { by, patientId, record };
}

const mayNotBeInvited = (record: AtDesk): DeskRefusal | null => {
  if (record.taken_up) return 'TAKEN_UP';
  if (record.under_sixteen) return 'UNDER_SIXTEEN';
  return record.deceased ? 'DECEASED' : null;
};

const atWork = <T>(context: Context, work: (runs: SystemRuns) => Promise<T>): Promise<T> =>
  asSystem(context.services.database, 'staff help somebody take their record up', (manager) =>
    work(statementsOf(manager, context.services.sealing)),
  );

/** Says who somebody is: at once for whoever took the record up, and for the invitation that is still to come. */
export async function vouch(context: Context, input: VouchInput): Promise<DeskOutcome> {
  const desk = await deskOf(context, input);
  if (!desk) return { is: 'STRANGER' };
  if (desk.record.own) return { is: 'REFUSED', why: 'ONESELF' };
  if (desk.record.deceased) return { is: 'REFUSED', why: 'DECEASED' };
  const vouched = { patientId: desk.patientId, documents: input.documents, by: desk.by };
  await atWork(context, async (runs) => {
    await storeCheck(runs, vouched);
    await verifyByStaff(runs, vouched);
  });
  return { is: 'DONE' };
}

/** Mails a person the link to their record, once somebody of the staff made sure who they are. */
export async function inviteToTakeUp(context: Context, input: InviteToTakeUpInput): Promise<DeskOutcome> {
  const desk = await deskOf(context, input);
  if (!desk) return { is: 'STRANGER' };
  const why = mayNotBeInvited(desk.record);
  if (why) return { is: 'REFUSED', why };
  if (!input.documentsChecked && !desk.record.checked) return { is: 'REFUSED', why: 'DOCUMENTS_NOT_CHECKED' };
  const { patientId, by } = desk;
  const sent = await atWork(context, (runs) => sendTakeUpLink(runs, { patientId, email: input.email, by }));
  return sent ? { is: 'DONE' } : { is: 'REFUSED', why: 'TAKEN_UP' };
}

/** Makes letters to print; those that may not have one are left out, and nothing says which of them exist. */
export async function makeLetters(context: Context, input: MakeLettersInput): Promise<LettersMade | null> {
  const by = await actingFor(context, input.team);
  if (!by) return null;
  const ready: string[] = [];
  for (const record of new Set(input.records)) {
    const desk = await deskOf(context, { record, team: input.team });
    if (desk && !mayNotBeInvited(desk.record)) ready.push(desk.patientId);
  }
  const letters = await atWork(context, async (runs) => {
    const made: TakeUpLetter[] = [];
    for (const patientId of ready) {
      const letter = await letterFor(runs, patientId, by);
      if (letter) made.push(letter);
    }
    return made;
  });
  const leftOut = new Set(input.records).size - letters.length;
  return { letterhead: await letterheadOf(context, by), letters, leftOut };
}

/** One letter with its address; null where the record was taken up meanwhile. */
export async function letterFor(
  runs: SystemRuns,
  patientId: string,
  by: ActingFor,
): Promise<TakeUpLetter | null> {
  const made = await makeLetter(runs, { patientId, organisationId: by.organisation.id, checkedBy: by.name });
  if (made.is !== 'MADE') return null;
  const [row] = await runs.query<{ name: string; details: Buffer | null }>({
    text: `select concat_ws(' ', p.title, p.given_name, p.family_name) as name, i.details
      from heldwell.patient p left join heldwell.patient_identity i on i.patient_id = p.id where p.id = $1`,
    values: [patientId],
  });
  const keys = await new SystemKeys(runs.sealing, runs).ofRecords([patientId]);
  return {
    record: writeId('RECORD', patientId),
    name: row?.name ?? '',
    address: row?.details ? openDetails(keys, patientId, row.details).address : null,
    firstCode: made.first,
    secondCode: made.second,
    expiresAt: made.expiresAt.toISOString(),
  };
}

const HEAD = `select o.name as organisation, t.name as team, t.opening_hours as "openingHours",
    coalesce(o.service_name, 'Heldwell') as "serviceName", o.welcome,
    'data:' || o.logo_type || ';base64,' || translate(encode(o.logo, 'base64'), E'\\n', '') as logo
  from heldwell.team t join heldwell.organisation o on o.id = t.organisation_id where t.id = $1`;

export async function letterheadOf(context: Context, by: ActingFor): Promise<Letterhead> {
  const [head] = await context.scope.query<Letterhead>({ text: HEAD, values: [by.team.id] });
  if (!head) throw new Error('The team has no letterhead.');
  return head;
}
