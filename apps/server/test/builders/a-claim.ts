import { beginRecord, verifyIdentity } from '../../src/features/registration/index.ts';
import type { TestDatabase } from '../harness/a-database.ts';
import { aPatient, type MadePatient } from './a-patient.ts';
import { aPerson, type MadePerson, type MadeTeam } from './people.ts';
import { runsOf } from './sealed.ts';
import { nhsNumber } from './unique.ts';

interface Said {
  number: string;
  familyName: string;
  birthDate: string;
}

/** Somebody who began a record of their own, said an NHS number and was checked by a letter: perhaps another's, too. */
export async function aClaim(
  db: TestDatabase,
  { number, familyName, birthDate }: Said,
): Promise<MadePerson & { own: string; check: () => ReturnType<typeof verifyIdentity> }> {
  const person = await aPerson(db, { givenName: 'Kim', familyName });
  const { personId, givenName } = person;
  const own = await beginRecord(runsOf(db), {
    personId,
    givenName,
    familyName,
    birthDate,
    nhsNumber: number,
  });
  const check = () => verifyIdentity(runsOf(db), { personId, how: 'LETTER' });
  await check();
  return { ...person, own, check };
}

interface Known {
  /** The teams that care for the patient. */
  teams: readonly MadeTeam[];
  /** False where somebody has taken the record up. */
  unclaimed?: boolean;
  born?: string;
}

/** The record of Kim Vale, which a claim may be of. */
export async function aKnownRecord(
  db: TestDatabase,
  { teams, unclaimed = true, born = '1990-03-14' }: Known,
): Promise<MadePatient & { number: string }> {
  const number = nhsNumber();
  const kim = aPatient(db).named('Kim', 'Vale').known(number, born).withEntry();
  for (const team of teams) kim.sharing('GENERAL', { with: team });
  const made = await kim.stored();
  if (unclaimed) {
    await db.rows('delete from heldwell.identity_check where patient_id = $1', [made.id]);
    await db.rows('update heldwell.patient set person_id = null where id = $1', [made.id]);
  }
  return { ...made, number };
}
