import type { DemoPerson, DemoStaff } from './people.ts';
import { demoSubject } from './people.ts';

/** What a tester may let the stand-in say that a good sign-in would not. */
export const PERSON_CASES = {
  as_asked: 'Everything as it should be',
  birth_date: 'Another birth date than the record’s',
  no_number: 'No NHS number',
  low: 'A lower level than was asked for',
  no_email: 'An e-mail address that is not confirmed',
} as const;
export const STAFF_CASES = {
  as_asked: 'Everything as it should be',
  no_team: 'Works in no team any more',
  coordinator: 'Coordinates the team',
  other: 'Works for another organisation',
} as const;
export const LEVELS = {
  P9: 'P9: has shown a passport or licence, and their face',
  P5: 'P5: has confirmed an e-mail and a phone number',
} as const;

type PersonCase = keyof typeof PERSON_CASES;
type StaffCase = keyof typeof STAFF_CASES;

const has = <T extends object>(choices: T, key: string | undefined): key is string & keyof T =>
  key !== undefined && Object.hasOwn(choices, key);

/** What a tester chose a made-up person to be. */
export interface Chosen {
  level: string;
  of: string;
}

/** What a national sign-in would say of somebody. */
export function personClaims(
  people: readonly DemoPerson[],
  { subject, issuer, level, of }: Chosen & { subject: string; issuer: string },
): Record<string, unknown> & { sub: string } {
  const person = people.find(({ key }) => demoSubject(key) === subject);
  if (!person || !has(LEVELS, level) || !has(PERSON_CASES, of)) throw new Error('Nobody is called that.');
  const odd: PersonCase = of;
  const shown = odd === 'low' ? 'P0' : level;
  const address = { email: person.email, email_verified: odd !== 'no_email' };
  const trust = { vot: `${shown}.Cp.Cd`, vtm: `${issuer}/trustmark`, identity_proofing_level: shown };
  if (shown !== 'P9') return { sub: demoSubject(person.key), ...address, ...trust };
  return {
    sub: demoSubject(person.key),
    ...address,
    ...trust,
    given_name: person.given,
    family_name: person.family,
    birthdate: odd === 'birth_date' ? '1970-01-01' : person.birthDate,
    ...(odd !== 'no_number' && { nhs_number: person.nhsNumber }),
  };
}

/** What an employer would say of one of its staff. */
export function staffClaims(
  staff: readonly DemoStaff[],
  { subject, of }: { subject: string; of: string },
): Record<string, unknown> & { sub: string } {
  const member = staff.find(({ key }) => demoSubject(key) === subject);
  if (!member || !has(STAFF_CASES, of)) throw new Error('Nobody is called that.');
  const odd: StaffCase = of;
  return {
    sub: demoSubject(member.key),
    given_name: member.given,
    family_name: member.family,
    email: member.email,
    email_verified: true,
    ods_code: odd === 'other' ? 'X00' : member.ods,
    teams: odd === 'no_team' ? [] : [member.team],
    role: member.coordinator || odd === 'coordinator' ? 'COORDINATOR' : 'MEMBER',
    job_title: member.jobTitle,
  };
}
