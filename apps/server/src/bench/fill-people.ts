import type pg from 'pg';
import { NO_DETAILS, nhsNumberHash, sealDetails } from '../features/people/index.ts';
import { emailHash, sealEmail } from '../features/sign-in/index.ts';
import type { Sealing } from '../platform/sealing/sealing.ts';
import type { SystemKeys } from '../platform/sealing/system-keys.ts';
import { keysOn } from './bench-sealing.ts';
import { BIG_TEAM, idOf, idSql, ORGANISATIONS, PROFESSIONALS, TEAMS } from './identity.ts';
import { insertSealed } from './insert-sealed.ts';

/** Syllables of made-up family names: about 5,000 names, each shared by the same part of any population. */
const FAMILY = `(array['Ash','Bram','Cald','Den','El','Far','Gold','Hal','Ing','Kel','Lang','Mar','Nor','Oak','Pen','Rad','Sel','Thorn','Wal','Yar'])[1 + (n * 7) % 20]
  || (array['a','e','ber','der','ing','low','min','ner','o','ster','ter','win','wick'])[1 + (n * 11) % 13]
  || (array['by','croft','dale','field','ford','ham','hurst','land','ley','more','stead','thorpe','ton','well','wood','worth','side','gate','bridge'])[1 + (n * 5) % 19]`;
const GIVEN = `(array['Ada','Bela','Cora','Dina','Edo','Fay','Gil','Hana','Ivo','June','Kit','Lea','Milo','Nia','Otto','Pia','Remy','Sia','Tom','Una'])[1 + (n * 3) % 20]`;

/** A connection that fills, and the keys it seals with. */
export interface Filling {
  client: pg.Client;
  keys: SystemKeys;
}

interface PersonRow {
  id: string;
  address: string;
}

/** People with a sealed address: `select` gives id, names and the address to seal. */
async function fillPersons({ client, keys }: Filling, select: string): Promise<void> {
  await keys.ofSystem('PEOPLE');
  await insertSealed<PersonRow>(client, {
    table: 'person',
    plain: 'id, given_name, family_name, password_hash',
    sealed: ['email', 'email_hash'],
    select,
    seal: ({ id, address }) => [sealEmail(keys, id, address), emailHash(keys.sealing, address)],
  });
}

/** Organisations, teams, professionals: the same few whatever the number of patients. */
export async function fillDirectory(client: pg.Client, sealing: Sealing): Promise<void> {
  await client.query(`insert into heldwell.organisation (id, ods_code, name)
   select ${idSql('organisation', 'n')}, 'B' || lpad(n::text, 4, '0'), 'Measured organisation ' || n
   from generate_series(0, ${ORGANISATIONS - 1}) n`);
  await client.query(`insert into heldwell.team (id, organisation_id, code, name, answer_time)
   select ${idSql('team', 'n')}, ${idSql('organisation', `n % ${ORGANISATIONS}`)}, 'MEASURED-' || n, 'Measured team ' || n, 'two working days'
   from generate_series(0, ${TEAMS - 1}) n`);
  await fillPersons(
    { client, keys: keysOn(client, sealing) },
    `select ${idSql('professional', 'n')} as id, 'Professional' as given_name, 'Number ' || n as family_name,
      'p' || n || '@bench.invalid' as address, 'none' as password_hash from generate_series(0, ${PROFESSIONALS - 1}) n`,
  );
  await client.query(`insert into heldwell.team_member (team_id, person_id, role)
   select ${idSql('team', String(BIG_TEAM))}, ${idSql('professional', 'n')}, 'MEMBER' from generate_series(0, ${PROFESSIONALS - 1}) n`);
}

interface IdentityRow {
  patient_id: string;
  number: string;
  address: string;
  phone: string;
}

/** Patients from one number to another, each with keys and a person of their own, and their carers. */
export async function fillPeople(filling: Filling, from: number, to: number): Promise<void> {
  const { client, keys } = filling;
  const numbers = `from generate_series(${from}, ${to}) n`;
  const person = (kind: 'person' | 'carer', letter: string) =>
    `select ${idSql(kind, 'n')} as id, ${GIVEN} as given_name, ${FAMILY} as family_name, '${letter}' || n || '@bench.invalid' as address,
      'none' as password_hash ${numbers}`;
  await fillPersons(filling, person('person', ''));
  await client.query(`insert into heldwell.patient (id, person_id, title, given_name, family_name, birth_date, gender, created_at)
   select ${idSql('patient', 'n')}, ${idSql('person', 'n')}, 'Mx', ${GIVEN}, ${FAMILY}, date '1930-01-01' + (n * 37) % 32000, 'other', now() ${numbers}`);
  await client.query(`insert into heldwell.identity_check (patient_id, id, person_id, how, checked_at)
   select ${idSql('patient', 'n')}, ${idSql('patient', 'n')}, ${idSql('person', 'n')}, 'STAFF', now() ${numbers}`);
  for (let n = from; n <= to; n += 1) await keys.makeFor(idOf('patient', n));
  await insertSealed<IdentityRow>(client, {
    table: 'patient_identity',
    plain: 'patient_id, updated_at',
    sealed: ['details', 'nhs_number_hash'],
    select: `select ${idSql('patient', 'n')} as patient_id, bench.nhs_number(n) as number, n || ' Example Street' as address,
      '01632 960' || lpad((n % 1000)::text, 3, '0') as phone, now() as updated_at ${numbers}`,
    seal: ({ patient_id, number, address, phone }) => [
      sealDetails(keys, patient_id, { ...NO_DETAILS, nhsNumber: number, address, phone, language: 'en' }),
      nhsNumberHash(keys.sealing, number),
    ],
  });
  await fillPersons(filling, `${person('carer', 'c')} where n % 4 = 0`);
  await client.query(`insert into heldwell.carer (patient_id, person_id, display_name, relationship, since)
   select ${idSql('patient', 'n')}, ${idSql('carer', 'n / 4 * 4')}, 'Carer ' || n / 4, 'friend', now() ${numbers} where n >= 4`);
}

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
