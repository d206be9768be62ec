import { beginRecord, verifyIdentity } from '../../src/features/registration/index.ts';
import type { TestDatabase } from '../harness/a-database.ts';
import { aPerson, type MadePerson } from './people.ts';
import { runsOf } from './sealed.ts';

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
