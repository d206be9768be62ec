import { beforeAll, describe, expect, it } from 'vitest';
import type { PrivacyLabel } from '../../src/features/consent/index.ts';
import { newToken, tokenHash } from '../../src/platform/secrets.ts';
import { aPartner, type MadePartner, sharedWithApp } from '../builders/a-partner.ts';
import { aPatient, type MadePatient } from '../builders/a-patient.ts';
import { aTeam } from '../builders/people.ts';
import { aDatabase, type TestDatabase } from '../harness/a-database.ts';

/**
 * The net by itself, for partners: statements without a word of consent in them, as the serving role. What is right is
 * said here from the product's description: labels of the grant that are labels of the token, in the records it is for.
 */

const FOUR = ['GENERAL', 'MENTAL_HEALTH', 'SEXUAL_HEALTH', 'SOCIAL_CARE'] as const;
const SETS: PrivacyLabel[][] = [['GENERAL'], ['MENTAL_HEALTH', 'SOCIAL_CARE'], [...FOUR]];

let db: TestDatabase;
let partner: MadePartner;
beforeAll(async () => {
  db = await aDatabase();
  partner = await aPartner({ db, url: '' });
});

async function aRecord(): Promise<MadePatient> {
  const team = await aTeam(db);
  const labels = [...FOUR, 'UNLABELLED'] as const;
  let patient = aPatient(db);
  for (const label of labels) patient = patient.withEntry({ label });
  return patient.withThread({ with: team }).stored();
}

async function aToken(scopes: readonly string[], patient: string | null): Promise<string> {
  const token = newToken();
  await db.rows(
    `insert into heldwell.partner_token (token_hash, kind, partner_id, scopes, patient_id, family, expires_at)
     values ($1, 'ACCESS', $2, $3, $4, gen_random_uuid(), heldwell.now() + interval '5 minutes')`,
    [tokenHash(token), partner.id, scopes, patient],
  );
  return token;
}

/** Labels of the entries a token gets of each record, as the database alone gives them. */
async function seenBy(token: string, text = 'select patient_id as patient, label from heldwell.entry') {
  const client = await db.services.database.serving.connect();
  try {
    await client.query('begin');
    await client.query('select * from heldwell.open_token($1)', [tokenHash(token)]);
    const { rows } = await client.query<{ patient: string; label: string }>(text);
    return rows.map(({ patient, label }) => `${patient} ${label}`).sort();
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const whole = (labels: readonly string[]): readonly string[] =>
  labels.length === FOUR.length ? [...labels, 'UNLABELLED'] : labels;

describe('rows alone give a partner', () => {
  it.each(SETS.flatMap((given) => SETS.map((scope) => ({ given, scope }))))(
    'of a grant of $given and a token for $scope what both hold',
    async ({ given, scope }) => {
      const patient = await aRecord();
      const grant = await sharedWithApp(db, { patient, partner, labels: given });
      const token = await aToken(
        scope.map((label) => `read:${label}`),
        null,
      );
      const right = whole(given).filter((label) => whole(scope).includes(label));
      expect(await seenBy(token)).toEqual(right.map((label) => `${patient.id} ${label}`).sort());
      await db.rows('update heldwell.consent_grant set ended = true where id = $1', [grant]);
      expect(await seenBy(token)).toEqual([]);
    },
  );

  it('by a person’s token that record alone, and nothing by one that ended', async () => {
    const [one, other] = [await aRecord(), await aRecord()];
    for (const patient of [one, other]) await sharedWithApp(db, { patient, partner, labels: ['GENERAL'] });
    const everything = await aToken(['read:GENERAL'], null);
    const own = await aToken(['read:GENERAL'], one.id);
    expect(await seenBy(everything)).toHaveLength(2);
    expect(await seenBy(own)).toEqual([`${one.id} GENERAL`]);
    const threads = 'select patient_id as patient, label from heldwell.thread';
    expect(await seenBy(own, threads)).toEqual([`${one.id} GENERAL`]);
    await db.rows('update heldwell.partner_token set revoked_at = heldwell.now()');
    expect(await seenBy(own)).toEqual([]);
    expect(await seenBy(newToken())).toEqual([]);
  });

  it('no way to write, though the grant holds more rights than seeing', async () => {
    const patient = await aRecord();
    await sharedWithApp(db, { patient, partner, labels: ['GENERAL'] });
    await db.rows(
      `update heldwell.consent_grant set rights = '{SEE,ADD,MESSAGE,MANAGE_SHARING}' where patient_id = $1`,
      [patient.id],
    );
    const token = await aToken(['read:GENERAL'], null);
    const may = `select '${patient.id}' as patient, heldwell.may_write('${patient.id}', r, 'GENERAL', null)::text as label
      from unnest(array['SEE', 'ADD', 'MESSAGE', 'MANAGE_SHARING']) r`;
    expect(new Set(await seenBy(token, may))).toEqual(new Set([`${patient.id} true`, `${patient.id} false`]));
    expect((await seenBy(token, may)).filter((line) => line.endsWith('true'))).toHaveLength(1);
  });
});
