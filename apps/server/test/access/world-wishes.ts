import { uuidv7 } from 'uuidv7';
import { changeGrant, type GrantRow, giveGrant, type NewGrant } from '../../src/features/consent/index.ts';
import { writeId } from '../../src/platform/global-id.ts';
import { type SaidPlace, sealSaid } from '../../src/platform/sealing/said-of-access.ts';
import { hexOf, runsOf } from '../builders/sealed.ts';
import { insertRows, type RunsAsOwner } from '../harness/insert-rows.ts';
import type { Canaries } from './canaries.ts';
import { NOW } from './world-entries.ts';
import type { WorldPeople } from './world-people.ts';

interface Own {
  canaries: Canaries;
  patientId: string;
  personId: string;
}

/** Words about access as `insertRows` takes them. */
const saidOf = async (db: RunsAsOwner, at: { place: SaidPlace; row: string }, words: string) =>
  hexOf(await sealSaid(runsOf(db), at, words));

const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);

/** What the patient decided for everybody, what was asked of them, and what the privacy officer's desk lists. */
export async function storeWishes(db: RunsAsOwner, own: Own, people: WorldPeople): Promise<void> {
  await storePatients(db, own, people);
  await storeDesk(db, own, people);
  await storeTold(db, own, people);
}

async function storePatients(
  db: RunsAsOwner,
  { canaries, patientId }: Own,
  people: WorldPeople,
): Promise<void> {
  const alone = () => canaries.word({ is: 'PATIENT_ALONE' });
  const front = people.teamIds.get('front');
  const row = { patient_id: patientId, id: uuidv7() };
  const said = (place: SaidPlace) => saidOf(db, { place, row: row.id }, alone());
  await insertRows(db, 'sharing_stop', [
    {
      ...row,
      stopped_at: later(-40),
      stopped_by: alone(),
      reason: await said('access.reason'),
      resumed_at: later(-39),
      resumed_by: alone(),
    },
  ]);
  const study = {
    id: uuidv7(),
    code: 'A',
    name: 'A study',
    organisation_id: people.organisationIds.get('trust'),
  };
  await insertRows(db, 'study', [{ ...study, description: 'About sleep.', open: true, created_at: NOW }]);
  const decided = { version: 1, given: true, decided_at: NOW, decided_by: alone() };
  await insertRows(db, 'research_consent', [{ patient_id: patientId, study_id: study.id, ...decided }]);
  canaries.id(writeId('REQUEST', row.id, patientId), { is: 'PATIENT_ALONE' });
  const asked = {
    asked_by: people.personIds.get('author'),
    asked_by_name: alone(),
    asked_at: NOW,
    reason: await said('access_request.reason'),
  };
  const grantee = { grantee_kind: 'TEAM', grantee_id: front, grantee_name: alone() };
  const answered = { answered_at: NOW, answer: 'DECLINED' };
  await insertRows(db, 'access_request', [
    { ...row, ...asked, ...grantee, labels: ['GENERAL'], rights: ['SEE'], ...answered },
  ]);
}

async function storeDesk(db: RunsAsOwner, { canaries, patientId }: Own, people: WorldPeople): Promise<void> {
  const listed = () => canaries.word({ is: 'DESK' });
  const organisation = people.organisationIds.get('trust');
  const person = people.personIds.get('author') as string;
  const id = uuidv7();
  const row = { patient_id: patientId, id, organisation_id: organisation };
  const said = (place: SaidPlace) => saidOf(db, { place, row: id }, listed());
  for (const kind of ['EMERGENCY', 'FREEZE'] as const)
    canaries.id(writeId(kind, id, patientId), { is: 'DESK' });
  const opened = {
    grant_id: uuidv7(),
    team_id: people.teamIds.get('author'),
    opened_at: NOW,
    closes_at: NOW,
  };
  const names = { person_name: listed(), team_name: listed(), patient_name: listed() };
  const why = await said('emergency_access.reason');
  const reviewed = { reviewed_at: NOW, reviewed_by_name: listed(), outcome: 'JUSTIFIED' };
  const note = await said('emergency_access.note');
  await insertRows(db, 'emergency_access', [
    { ...row, person_id: person, ...opened, ...names, reason: why, ...reviewed, note },
  ]);
  const freeze = {
    reason: await said('freeze.reason'),
    asked_at: NOW,
    asked_by: person,
    asked_by_name: listed(),
    patient_name: listed(),
  };
  const over = {
    confirmed_at: NOW,
    confirmed_by: people.personIds.get('patient'),
    confirmed_by_name: listed(),
  };
  const lifted = { lifted_at: NOW, lifted_by_name: listed(), lift_reason: await said('freeze.lift_reason') };
  await insertRows(db, 'record_freeze', [{ ...row, ...freeze, ...over, ...lifted }]);
}

/** Versions that came by themselves, a court's order, an emergency: for partners' apps, which nobody of the model is. */
async function storeTold(db: RunsAsOwner, own: Own, people: WorldPeople): Promise<void> {
  const { canaries, patientId, personId } = own;
  const alone = () => canaries.word({ is: 'PATIENT_ALONE' });
  const runs = runsOf(db);
  const giver = () => ({ name: alone(), personId, reason: alone() });
  const give = async (more: Partial<NewGrant>): Promise<GrantRow> => {
    const grantee = { grantee_kind: 'APP' as const, grantee_id: uuidv7(), grantee_name: alone() };
    const id = await giveGrant(
      runs,
      {
        patient_id: patientId,
        ...grantee,
        labels: ['GENERAL'],
        rights: ['SEE'],
        thread_id: null,
        basis: 'PATIENT_CHOICE',
        valid_until: later(24),
        ...more,
      },
      giver(),
    );
    canaries.id(writeId('GRANT', id, patientId), { is: 'PATIENT_ALONE' });
    const rows = await db.rows<GrantRow>('select * from heldwell.consent_grant where id = $1', [id]);
    return rows[0] as GrantRow;
  };
  await give({ ends_with_team: people.teamIds.get('front') as string });
  await give({ basis: 'EMERGENCY', labels: [], summary_labels: ['GENERAL'] });
  const ordered = await give({ basis: 'COURT_ORDER' });
  const changed = await give({});
  await changeGrant(runs, { grant: changed, to: { labels: ['MENTAL_HEALTH'] } }, giver());
  await db.rows(`update heldwell.consent_grant set reference = $2, cause = 'GIVER_NARROWED' where id = $1`, [
    ordered.id,
    alone(),
  ]);
}
