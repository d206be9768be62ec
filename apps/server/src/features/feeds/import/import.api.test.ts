import { beforeAll, describe, expect, it } from 'vitest';
import * as fhir from '../../../../test/builders/fhir-resources.ts';
import { saidIn } from '../../../../test/builders/sealed.ts';
import { shuffled } from '../../../../test/builders/shuffled.ts';
import { storedEntries, storedParts } from '../../../../test/builders/stored-entries.ts';
import { aDatabase, type TestDatabase } from '../../../../test/harness/a-database.ts';
import type { IdentityDetails } from '../../people/index.ts';
import { sourceOfText } from '../fhir/fhir-source.ts';
import { r4Definitions } from '../fhir/r4-definitions.ts';
import type { ImportReport } from './import-report.ts';
import { importRun } from './import-run.ts';

const { aBundle, aFhirPatient, aReport, aWeight, nhsNumber } = fhir;

let db: TestDatabase;
beforeAll(async () => {
  r4Definitions();
  db = await aDatabase();
}, 60_000);

/** Sends resources as the files of one run of a sender. */
const send = (ods: string, ...files: object[]): Promise<ImportReport> =>
  importRun(db.services, {
    organisation: { ods, name: `Organisation ${ods}` },
    sources: files.map((file, at) => sourceOfText(`file ${at}`, JSON.stringify(file))),
    now: new Date(),
  });

const entriesOf = (ods: string) => storedEntries(db, ods);
/** Entries of a sender that wait for their Patient. */
const heldOf = async (ods: string) => {
  const rows = await db.rows(
    `select h.id from heldwell.held_resource h join heldwell.organisation o on o.id = h.organisation_id
     where o.ods_code = $1 and h.resource_type <> 'Patient'`,
    [ods],
  );
  return rows.length;
};
const partsOf = (ods: string) => storedParts(db, ods);
const versionsOf = (ods: string) =>
  db.rows<{ version: number; status: string }>(
    `select v.version, v.status from heldwell.entry_version v join heldwell.entry e on e.patient_id = v.patient_id and e.id = v.entry_id
     join heldwell.organisation o on o.id = e.source_organisation_id where o.ods_code = $1 order by v.version`,
    [ods],
  );

describe('the same again', () => {
  it('changes nothing, whatever the order of its members and the bookkeeping of the server', async () => {
    const first = await send('AA1', aBundle('transaction', aFhirPatient('a'), aWeight('w', 'a', 80)));
    expect(first.sources[0]?.tally).toMatchObject({ NEW: 2 });
    const { resourceType, ...rest } = aWeight('w', 'a', 80);
    const again = { ...rest, meta: { versionId: '7', lastUpdated: '2026-05-01T00:00:00Z' }, resourceType };
    const second = await send('AA1', aBundle('transaction', aFhirPatient('a'), again));
    expect(second.sources[0]?.tally).toMatchObject({ NEW: 0, CHANGED: 0, UNCHANGED: 2 });
    expect(await versionsOf('AA1')).toHaveLength(1);
  });

  it('is a new version when its content changed, and the earlier one is kept', async () => {
    await send('AA2', aBundle('transaction', aFhirPatient('a'), aWeight('w', 'a', 80)));
    const changed = await send('AA2', aWeight('w', 'a', 81));
    expect(changed.sources[0]?.tally).toMatchObject({ CHANGED: 1 });
    expect(await entriesOf('AA2')).toMatchObject([{ version: 2, summary: '81 kg' }]);
    const error = await send('AA2', aWeight('w', 'a', 81, { status: 'entered-in-error' }));
    expect(error.sources[0]?.tally).toMatchObject({ CHANGED: 1 });
    expect(await versionsOf('AA2')).toEqual([
      { version: 1, status: 'CURRENT' },
      { version: 2, status: 'CURRENT' },
      { version: 3, status: 'ENTERED_IN_ERROR' },
    ]);
  });

  it('is passed over when the sender has sent a newer version before', async () => {
    const at = (time: string) => ({ meta: { lastUpdated: time } });
    await send('AA3', aBundle('batch', aFhirPatient('a'), aWeight('w', 'a', 90, at('2026-05-02T00:00:00Z'))));
    const late = await send('AA3', aWeight('w', 'a', 80, at('2026-05-01T00:00:00Z')));
    expect(late.sources[0]?.tally).toMatchObject({ OLDER: 1 });
    expect(await entriesOf('AA3')).toMatchObject([{ version: 1, summary: '90 kg' }]);
  });

  it('never moves an entry back from the label the patient chose', async () => {
    const labelled = (value: number) => aWeight('w', 'a', value);
    await send('AA4', aBundle('transaction', aFhirPatient('a'), labelled(80)));
    await db.rows(
      `update heldwell.entry e set label = 'SEXUAL_HEALTH', label_chosen = true
       from heldwell.organisation o where o.id = e.source_organisation_id and o.ods_code = 'AA4'`,
    );
    await send('AA4', labelled(81));
    expect(await entriesOf('AA4')).toMatchObject([{ label: 'SEXUAL_HEALTH', version: 2, summary: '81 kg' }]);
  });
});

describe('a bundle', () => {
  it('that is a transaction stores nothing when the database refuses one resource', async () => {
    // A time FHIR allows, past the last year that a time can be written with.
    const beyond = aWeight('w2', 'a', 80, { effectiveDateTime: '9999-12-31T23:59:59-12:00' });
    const bundle = (type: string) => aBundle(type, aFhirPatient('a'), aWeight('w', 'a', 80), beyond);
    const [whole] = (await send('AB1', bundle('transaction'))).sources;
    expect(whole).toMatchObject({
      refused: true,
      tally: { NEW: 0 },
      problems: [{ resource: 'Observation/w2' }],
    });
    const people = `select from heldwell.patient_identifier i join heldwell.organisation o on o.id = i.organisation_id
      where o.ods_code = 'AB1'`;
    expect([await entriesOf('AB1'), await db.rows(people)]).toEqual([[], []]);
    const [each] = (await send('AB1', bundle('batch'))).sources;
    expect(each).toMatchObject({ refused: false, tally: { NEW: 2, REFUSED: 1 } });
    expect(await entriesOf('AB1')).toHaveLength(1);
  });

  it('that is a batch stores what is right beside what is wrong', async () => {
    const wrong = { ...aWeight('w2', 'a', 80), status: 'nonsense' };
    const report = await send('AB2', aBundle('batch', wrong, aFhirPatient('a'), aWeight('w', 'a', 80)));
    expect(report.sources[0]?.tally).toMatchObject({ NEW: 2, REFUSED: 1 });
    expect(report.sources[0]?.problems).toMatchObject([
      { resource: 'Observation/w2', path: 'Observation.status' },
    ]);
    expect(await entriesOf('AB2')).toHaveLength(1);
  });

  it('joins a report with its results, whichever came first', async () => {
    await send('AB3', aFhirPatient('a'));
    await send('AB3', aReport('r', 'a', ['o1', 'o2']));
    await send('AB3', aWeight('o2', 'a', 2));
    await send(
      'AB3',
      aBundle('batch', aWeight('o1', 'a', 1, { identifier: [{ system: 'urn:lab', value: '77' }] })),
    );
    const parts = async () => (await partsOf('AB3')).map(({ part }) => ({ summary: part }));
    expect(await parts()).toEqual([{ summary: '1 kg' }, { summary: '2 kg' }]);
    await send('AB3', aReport('r', 'a', ['o2']));
    expect(await parts()).toEqual([{ summary: '2 kg' }]);
  });

  it('in any order, repeated and corrected, ends as the ordered one does', async () => {
    const at = (second: number) => ({ meta: { lastUpdated: `2026-05-01T00:00:0${second}Z` } });
    const story = [
      aFhirPatient('a'),
      aWeight('w1', 'a', 70, at(1)),
      aWeight('w2', 'a', 71, at(1)),
      aWeight('w1', 'a', 72, at(2)),
      aReport('r', 'a', ['w1', 'w2']),
      aWeight('w2', 'a', 73, { ...at(3), status: 'entered-in-error' }),
    ];
    const endOf = async (ods: string) => {
      const parts = await partsOf(ods);
      const entries = (await entriesOf(ods)).map(({ version: _version, ...entry }) => entry);
      return { entries, parts };
    };
    for (const resource of story) await send('AC0', resource);
    const ordered = await endOf('AC0');
    expect(ordered.entries.map(({ summary, status }) => [summary, status])).toEqual([
      [null, 'CURRENT'],
      ['72 kg', 'CURRENT'],
      ['73 kg', 'ENTERED_IN_ERROR'],
    ]);
    for (const seed of [1, 2, 3, 4]) {
      const ods = `AC${seed}`;
      const mixed = shuffled([...story, ...story], seed);
      const half = seed * 3;
      await send(ods, aBundle('batch', ...mixed.slice(0, half)));
      for (const resource of mixed.slice(half)) await send(ods, resource);
      expect(await endOf(ods), `shuffle ${seed}`).toEqual(ordered);
    }
  });
});

describe('whose record it is', () => {
  it('is decided by NHS number and birth date together', async () => {
    const number = { identifier: [nhsNumber('9990030006')] };
    const first = await send('AD1', aFhirPatient('a', number));
    const same = await send('AD2', aFhirPatient('x', number));
    expect(same.records.map(({ id }) => id)).toEqual(first.records.map(({ id }) => id));
    const other = await send(
      'AD3',
      aBundle('transaction', aFhirPatient('y', { ...number, birthDate: '1999-09-09' }), aWeight('w', 'y', 1)),
    );
    expect(other.records).toEqual([]);
    expect(other.sources[0]?.tally).toMatchObject({ HELD: 2 });
    expect(other.sources[0]?.problems[0]?.reason).toMatch(/different birth date/);
    const held = await db.rows<{ reason: string }>('select reason from heldwell.held_resource');
    expect(held.filter(({ reason }) => /different birth date/.test(reason))).toHaveLength(2);
  });

  it("is the sender's own number where there is no NHS number", async () => {
    const local = { identifier: [{ system: 'https://trust.example/mrn', value: '42' }] };
    const [first] = (await send('AE1', aFhirPatient('a', local))).records;
    const again = await send(
      'AE1',
      aFhirPatient('b', { ...local, name: [{ given: ['New'], family: 'Name' }] }),
    );
    expect(again.records).toMatchObject([{ id: first?.id, name: 'New Name', nhsNumber: null, made: false }]);
    const elsewhere = await send('AE2', aFhirPatient('a', local));
    expect(elsewhere.records[0]?.id).not.toBe(first?.id);
  });

  it('is waited for: an entry of somebody unknown is held until the Patient comes', async () => {
    const early = await send('AF1', aWeight('w', 'later', 80));
    expect(early.sources[0]?.tally).toMatchObject({ HELD: 1 });
    expect(await entriesOf('AF1')).toEqual([]);
    const then = await send('AF1', aFhirPatient('later'));
    expect(then.released).toBe(1);
    expect(await entriesOf('AF1')).toHaveLength(1);
    expect(await heldOf('AF1')).toBe(0);
  });

  it('is waited for too where another sender has made the record already, or the Patient comes corrected', async () => {
    const number = { identifier: [nhsNumber('9990030014')] };
    const [record] = (await send('AF2', aFhirPatient('gp', number))).records;
    const wrong = aFhirPatient('later', { ...number, birthDate: '1999-09-09' });
    expect((await send('AF3', aWeight('w', 'later', 80))).sources[0]?.tally).toMatchObject({ HELD: 1 });
    const refused = await send('AF3', wrong);
    expect([refused.released, refused.sources[0]?.tally.HELD]).toEqual([0, 1]);
    const then = await send('AF3', aFhirPatient('later', number));
    expect(then).toMatchObject({ released: 1, records: [{ id: record?.id, made: false }] });
    expect(await entriesOf('AF3')).toHaveLength(1);
    expect(await heldOf('AF3')).toBe(0);
  });

  it('keeps what a later message leaves blank, and withholds where a restricted person lives', async () => {
    const contacts = {
      identifier: [{ system: 'urn:mrn', value: '1' }],
      address: [{ line: ['1 Road'], postalCode: 'ZZ9 1AA' }],
      telecom: [{ system: 'phone', value: '020 7946 0001' }],
      extension: [{ url: 'https://heldwell.example/fhir/communication-need', valueString: 'Large print' }],
    };
    const [record] = (await send('AG1', aFhirPatient('a', contacts))).records;
    const identity = async () => {
      const patient = record?.patientId ?? '';
      const [row] = await db.rows<{ details: Buffer }>(
        'select details from heldwell.patient_identity where patient_id = $1',
        [patient],
      );
      const place = { place: 'patient_identity.details', row: patient, patient, label: 'GENERAL' };
      const said = await saidIn<IdentityDetails>(db, { ...place, blob: row?.details ?? Buffer.of() });
      const { address, phone, communicationNeeds } = said;
      return { address, phone, communicationNeeds };
    };
    const full = { address: '1 Road, ZZ9 1AA', phone: '020 7946 0001', communicationNeeds: 'Large print' };
    expect(await identity()).toEqual(full);
    const bare = { identifier: contacts.identifier };
    await send('AG1', aFhirPatient('a', bare));
    expect(await identity()).toEqual(full);
    await send('AG1', aFhirPatient('a', { ...contacts, meta: { security: [{ code: 'R' }] } }));
    expect(await identity()).toEqual({ ...full, address: null, phone: null });
  });
});
