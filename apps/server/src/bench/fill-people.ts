import { BIG_TEAM, idSql, ORGANISATIONS, PROFESSIONALS, TEAMS } from './identity.ts';

/** Syllables of made-up family names: about 5,000 names, each shared by the same part of any population. */
const FAMILY = `(array['Ash','Bram','Cald','Den','El','Far','Gold','Hal','Ing','Kel','Lang','Mar','Nor','Oak','Pen','Rad','Sel','Thorn','Wal','Yar'])[1 + (n * 7) % 20]
  || (array['a','e','ber','der','ing','low','min','ner','o','ster','ter','win','wick'])[1 + (n * 11) % 13]
  || (array['by','croft','dale','field','ford','ham','hurst','land','ley','more','stead','thorpe','ton','well','wood','worth','side','gate','bridge'])[1 + (n * 5) % 19]`;
const GIVEN = `(array['Ada','Bela','Cora','Dina','Edo','Fay','Gil','Hana','Ivo','June','Kit','Lea','Milo','Nia','Otto','Pia','Remy','Sia','Tom','Una'])[1 + (n * 3) % 20]`;

/** Organisations, teams, professionals: the same few whatever the number of patients. */
export const directory = (): string[] => [
  `insert into heldwell.organisation (id, ods_code, name)
   select ${idSql('organisation', 'n')}, 'B' || lpad(n::text, 4, '0'), 'Measured organisation ' || n
   from generate_series(0, ${ORGANISATIONS - 1}) n`,
  `insert into heldwell.team (id, organisation_id, code, name, answer_time)
   select ${idSql('team', 'n')}, ${idSql('organisation', `n % ${ORGANISATIONS}`)}, 'MEASURED-' || n, 'Measured team ' || n, 'two working days'
   from generate_series(0, ${TEAMS - 1}) n`,
  `insert into heldwell.person (id, given_name, family_name, email, email_key, password_hash)
   select ${idSql('professional', 'n')}, 'Professional', 'Number ' || n, 'p' || n || '@bench.invalid', 'p' || n || '@bench.invalid', 'none'
   from generate_series(0, ${PROFESSIONALS - 1}) n`,
  `insert into heldwell.team_member (team_id, person_id, role)
   select ${idSql('team', String(BIG_TEAM))}, ${idSql('professional', 'n')}, 'MEMBER' from generate_series(0, ${PROFESSIONALS - 1}) n`,
];

/** Patients from one number to another, each with a person of their own, and their carers. */
export const people = (from: number, to: number): string[] => [
  `insert into heldwell.person (id, given_name, family_name, email, email_key, password_hash)
   select ${idSql('person', 'n')}, ${GIVEN}, ${FAMILY}, n || '@bench.invalid', n || '@bench.invalid', 'none'
   from generate_series(${from}, ${to}) n`,
  `insert into heldwell.patient (id, person_id, title, given_name, family_name, birth_date, gender, created_at)
   select ${idSql('patient', 'n')}, ${idSql('person', 'n')}, 'Mx', ${GIVEN}, ${FAMILY}, date '1930-01-01' + (n * 37) % 32000, 'other', now()
   from generate_series(${from}, ${to}) n`,
  `insert into heldwell.patient_identity (patient_id, nhs_number, address, phone, language, updated_at)
   select ${idSql('patient', 'n')}, bench.nhs_number(n), n || ' Example Street', '01632 960' || lpad((n % 1000)::text, 3, '0'), 'en', now()
   from generate_series(${from}, ${to}) n`,
  `insert into heldwell.person (id, given_name, family_name, email, email_key, password_hash)
   select ${idSql('carer', 'n')}, ${GIVEN}, ${FAMILY}, 'c' || n || '@bench.invalid', 'c' || n || '@bench.invalid', 'none'
   from generate_series(${from}, ${to}) n where n % 4 = 0`,
  `insert into heldwell.carer (patient_id, person_id, display_name, relationship, since)
   select ${idSql('patient', 'n')}, ${idSql('carer', 'n / 4 * 4')}, 'Carer ' || n / 4, 'friend', now()
   from generate_series(${from}, ${to}) n where n >= 4`,
];

/**
 * The n-th number that passes Modulus 11, from 600 million on: of a hundred nine-digit beginnings at least fifty have
 * a check digit, so each n takes the first that has one among its own three.
 */
export const NHS_NUMBER = `create or replace function bench.nhs_number(n bigint) returns text language sql immutable as $$
  select beginning::text || checked
    from generate_series(600000000 + n * 3, 600000002 + n * 3) beginning,
      lateral (select (11 - sum(substr(beginning::text, at, 1)::int * (11 - at)) % 11) % 11 as checked
        from generate_series(1, 9) at) c
   where checked <> 10 order by beginning limit 1 $$`;
