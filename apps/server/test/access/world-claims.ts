import { uuidv7 } from 'uuidv7';
import { writeId } from '../../src/platform/global-id.ts';
import { sealSaid } from '../../src/platform/sealing/said-of-access.ts';
import { hexOf, runsOf } from '../builders/sealed.ts';
import { insertRows, type RunsAsOwner } from '../harness/insert-rows.ts';
import type { Canaries } from './canaries.ts';
import { NOW } from './world-entries.ts';
import type { WorldPeople } from './world-people.ts';

interface Claimed {
  canaries: Canaries;
  patientId: string;
  /** Whose person claims the record. */
  otherPatientId: string;
}

/** Somebody claims the record, and a team noted something of it: for those who lead a team that cares for the patient. */
export async function storeClaims(db: RunsAsOwner, of: Claimed, people: WorldPeople): Promise<void> {
  const { canaries, patientId, otherPatientId } = of;
  const word = () => canaries.word({ is: 'LEADS' });
  const id = uuidv7();
  for (const kind of ['MATCH', 'CLOSED'] as const) canaries.id(writeId(kind, id, patientId), { is: 'LEADS' });
  await insertRows(db, 'record_match', [
    {
      ...{
        patient_id: otherPatientId,
        id,
        other_patient_id: patientId,
        reason: 'NAMES_DIFFER',
        how: 'LETTER',
      },
      ...{ person_id: people.personIds.get('stranger'), found_at: NOW, same_number: true },
      ...{ given_name: word(), family_name: word(), birth_date: '1970-01-03' },
    },
  ]);
  const reason = await sealSaid(runsOf(db), { place: 'record_standing.reason', row: id }, word());
  const noted = { patient_id: patientId, team_id: people.teamIds.get('leading'), set_at: NOW };
  const closed = { id, kind: 'CLOSED', patient_name: word(), set_by_name: word(), reason: hexOf(reason) };
  // Who noted a death stands at the front desk of every team that sees the record.
  const died = { id: uuidv7(), kind: 'DIED', patient_name: word(), reason: null };
  await insertRows(db, 'record_standing', [{ ...noted, ...closed }]);
  await insertRows(db, 'record_standing', [
    { ...noted, ...died, set_by_name: canaries.word({ is: 'NAME' }) },
  ]);
}
