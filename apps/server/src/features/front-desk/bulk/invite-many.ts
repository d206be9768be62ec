import { createHash } from 'node:crypto';
import { asSystem, type SystemRuns, statementsOf } from '../../../platform/as-system.ts';
import type { Context } from '../../../platform/context.ts';
import { publishAccessChange } from '../../consent/index.ts';
import { NO_DETAILS, type RegisteredPerson } from '../../people/index.ts';
import { type ActingFor, actingFor } from '../acting-for.ts';
import type { InviteManyInput } from '../front-desk.inputs.ts';
import type { TakeUpLetter } from '../front-desk.type.ts';
import { digestOf } from '../register-patient.ts';
import { sendTakeUpLink } from '../send-take-up-link.ts';
import { storeRegistration } from '../store-registration.ts';
import { letterFor, letterheadOf } from '../take-up.ts';
import type { BulkInvitations, BulkOutcome, BulkRow } from './bulk.type.ts';
import { type ListRow, readList } from './read-list.ts';

/** Rows done in one call: whoever waits sees how it goes on, and no call runs for minutes. */
const AT_ONCE = 50;

const nothing: BulkInvitations = {
  ...{
    problem: null,
    line: null,
    missing: [],
    total: 0,
    rows: [],
    next: null,
    letters: [],
    letterhead: null,
  },
};

/** Reads a list and says what would happen, or does the next part of it. Null for all but those who run the team. */
export async function inviteMany(context: Context, input: InviteManyInput): Promise<BulkInvitations | null> {
  const by = await actingFor(context, input.team);
  if (!by?.team.runBy) return null;
  const list = readList(input.text, context.services.clock());
  if (list.is === 'PROBLEM') {
    return { ...nothing, problem: list.problem, line: list.line ?? null, missing: list.missing ?? [] };
  }
  const total = list.rows.length;
  if (input.dryRun) return { ...nothing, total, rows: list.rows.map((row) => asRow(row, wouldBe(row))) };
  const usable = list.rows.filter(({ faults }) => faults.length === 0);
  if (!input.documentsChecked && usable.some(({ way }) => way === 'EMAIL')) {
    return { ...nothing, total, problem: 'DOCUMENTS_NOT_CHECKED' };
  }
  if (!(await begin(context, input, by))) return { ...nothing, total, problem: 'SENT_DIFFERENTLY' };
  const left = list.rows.filter(({ line }) => line > (input.after ?? 0));
  const part = left.slice(0, AT_ONCE);
  const done = await doRows(context, { input, by, part });
  const letterhead = done.letters.length > 0 ? await letterheadOf(context, by) : null;
  const next = left.length > part.length ? (part.at(-1)?.line ?? null) : null;
  return { ...nothing, total, ...done, letterhead, next };
}

const wouldBe = ({ faults, way }: ListRow): BulkOutcome => {
  if (faults.length > 0) return 'WRONG';
  return way === 'EMAIL' ? 'WILL_EMAIL' : 'WILL_LETTER';
};

const asRow = ({ line, givenName, familyName, way, faults }: ListRow, outcome: BulkOutcome): BulkRow => ({
  ...{ line, way, faults, outcome, name: `${givenName} ${familyName}`.trim() },
});

/** Notes the list under its id; false where the id stands for another one. */
function begin(context: Context, { id, text }: InviteManyInput, by: ActingFor): Promise<boolean> {
  const { services } = context;
  const digest = digestOf(services.secret, { text, team: by.team.id });
  return asSystem(services.database, 'begin to invite many', async (manager) => {
    await manager.query(
      `insert into heldwell.bulk_invitation (id, organisation_id, team_id, digest, sent_by, sent_by_person, begun_at)
       values ($1, $2, $3, $4, $5, $6, heldwell.now()) on conflict do nothing`,
      [id, by.organisation.id, by.team.id, digest, by.name, by.personId],
    );
    const [stored] = await manager.query<{ digest: Buffer }[]>(
      'select digest from heldwell.bulk_invitation where id = $1',
      [id],
    );
    return stored?.digest.equals(digest) ?? false;
  });
}

interface Part {
  input: InviteManyInput;
  by: ActingFor;
  part: readonly ListRow[];
}

async function doRows(context: Context, { input, by, part }: Part) {
  const { services, scope } = context;
  const rows: BulkRow[] = [];
  const letters: TakeUpLetter[] = [];
  for (const row of part) {
    if (row.faults.length > 0) {
      rows.push(asRow(row, 'WRONG'));
      continue;
    }
    // Each row stands by itself: all of it is stored, or nothing.
    const done = await asSystem(services.database, 'invite one of many', (manager) =>
      doRow(statementsOf(manager, services.sealing), { bulk: input.id, secret: services.secret, by, row }),
    );
    if (done.letter) letters.push(done.letter);
    if (done.patientId) publishAccessChange(scope, done.patientId, by.team.id);
    rows.push(asRow(row, done.outcome));
  }
  return { rows, letters };
}

interface OneRow {
  bulk: string;
  secret: string;
  by: ActingFor;
  row: ListRow;
}

interface Done {
  outcome: BulkOutcome;
  patientId: string | null;
  letter?: TakeUpLetter | null;
}

async function doRow(runs: SystemRuns, one: OneRow): Promise<Done> {
  const { bulk, secret, by, row } = one;
  const [earlier] = await runs.query<{ outcome: BulkOutcome }>({
    text: `select r.outcome from (select pg_advisory_xact_lock(hashtextextended($1 || ' ' || $2, 0))) held
      join heldwell.bulk_invitation_row r on r.bulk_id = $1::uuid and r.line = $2::integer`,
    values: [bulk, row.line],
  });
  if (earlier) return { outcome: earlier.outcome, patientId: null };
  const person = personOf(row);
  const id = idOf(`${bulk} ${row.line}`);
  const wanted = { id, digest: digestOf(secret, person), person, documents: [], by };
  const stored = await storeRegistration(runs, wanted);
  const patientId = stored?.patientId ?? null;
  const done = patientId ? await invite(runs, { patientId, by, row }) : { outcome: 'WAITING' as const };
  await runs.query({
    text: 'insert into heldwell.bulk_invitation_row (bulk_id, line, outcome, patient_id) values ($1, $2, $3, $4)',
    values: [bulk, row.line, done.outcome, patientId],
  });
  return { ...done, patientId };
}

const personOf = ({ familyName, givenName, birthDate, ...row }: ListRow): RegisteredPerson => ({
  ...{ title: null, givenName, familyName, preferredName: null, birthDate: birthDate ?? '', gender: null },
  details: { ...NO_DETAILS, nhsNumber: row.nhsNumber, email: row.email, address: row.address },
});

/** A registration's id that the same row of the same list has again: a UUID of version 8, made of a hash. */
function idOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const STANDS = `select p.person_id is not null as taken, p.deceased, heldwell.is_under_sixteen(p.birth_date) as young,
    exists (select from heldwell.grant_in_force g where g.patient_id = p.id and g.grantee_id = $2 and g.thread_id is null) as held
  from heldwell.patient p where p.id = $1`;

interface ToInvite {
  patientId: string;
  by: ActingFor;
  row: ListRow;
}

async function invite(
  runs: SystemRuns,
  { patientId, by, row }: ToInvite,
): Promise<{ outcome: BulkOutcome; letter?: TakeUpLetter | null }> {
  const [stands] = await runs.query<Record<'taken' | 'deceased' | 'young' | 'held', boolean>>({
    text: STANDS,
    values: [patientId, by.team.id],
  });
  // What the team does not see now it is not told either: a person looks at it.
  if (!stands?.held || stands.deceased) return { outcome: 'WAITING' };
  if (stands.taken) return { outcome: 'ALREADY_HERE' };
  if (stands.young) return { outcome: 'UNDER_SIXTEEN' };
  if (row.way === 'EMAIL' && row.email) {
    await sendTakeUpLink(runs, { patientId, email: row.email, by });
    return { outcome: 'EMAILED' };
  }
  return { outcome: 'LETTER_MADE', letter: await letterFor(runs, patientId, by) };
}
