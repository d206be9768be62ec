import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { saidIn } from '../../../../test/builders/sealed.ts';
import { aDatabase, type TestDatabase } from '../../../../test/harness/a-database.ts';
import { nhsNumberHash } from '../../people/index.ts';
import { sourceOfFile } from '../fhir/fhir-source.ts';
import { r4Definitions } from '../fhir/r4-definitions.ts';
import type { ImportReport } from './import-report.ts';
import { importRun } from './import-run.ts';

const samples = process.env.HELDWELL_SAMPLES;
// Whole runs of real files on a busy machine are what is tested here, not their time.
vi.setConfig({ testTimeout: 120_000 });

let db: TestDatabase;
beforeAll(async () => {
  if (!samples) return;
  r4Definitions();
  db = await aDatabase();
}, 60_000);

function importFolder(folder: string, ods: string, end = '.json'): Promise<ImportReport> {
  const path = join(samples ?? '', folder);
  const names = readdirSync(path).filter((name) => name.endsWith(end) && name !== 'README.md');
  return importRun(db.services, {
    organisation: { ods, name: `Sender ${ods}` },
    sources: names.map((name) => sourceOfFile(join(path, name))),
    now: new Date('2026-11-21T12:00:00Z'),
  });
}

const total = (report: ImportReport, outcome: keyof ImportReport['sources'][number]['tally']): number =>
  report.sources.reduce((sum, source) => sum + source.tally[outcome], 0);

const countOf = async (table: string, ods: string) =>
  (
    await db.rows<{ kind: string; count: number }>(
      `select e.kind, count(*)::integer as count from heldwell.${table} e
       join heldwell.organisation o on o.id = e.source_organisation_id where o.ods_code = $1 group by 1 order by 1`,
      [ods],
    )
  ).map(({ kind, count }): [string, number] => [kind, count]);

describe.skipIf(!samples)('the Synthea patients', () => {
  it('become eleven records with every entry, and change nothing the second time', async () => {
    const report = await importFolder('third-party/fhir/synthea', 'SYN');
    expect(report.sources.filter(({ refused }) => refused)).toEqual([]);
    expect(report.records).toHaveLength(11);
    expect(report.records.map(({ name }) => name)).toContain("Carroll471 O'Hara248");
    expect([total(report, 'HELD'), total(report, 'REFUSED')]).toEqual([0, 0]);
    const counted = Object.fromEntries(await countOf('entry', 'SYN'));
    expect(counted).toMatchObject({ ALLERGY: 18, DOCUMENT: 21, VACCINATION: 172, GOAL: 3 });
    const again = await importFolder('third-party/fhir/synthea', 'SYN');
    expect([total(again, 'NEW'), total(again, 'CHANGED'), total(again, 'HELD')]).toEqual([0, 0, 0]);
    const [versions] = await db.rows<{ most: number }>(
      'select max(version) as most from heldwell.entry_version',
    );
    expect(versions?.most).toBe(1);
  });

  it('carry no borrowed range, their reports their results, their documents their bytes', async () => {
    const rows = await db.rows<{
      patient_id: string;
      id: string;
      version: number;
      label: string;
      detail: Buffer;
    }>(
      `select patient_id, id, version, label, detail from heldwell.entry where kind in ('TEST_RESULT', 'MEASUREMENT')`,
    );
    expect(rows.length).toBeGreaterThan(300);
    const positions = new Set<string>();
    for (const { patient_id: patient, label, ...row } of rows.slice(0, 500)) {
      const place = { place: 'entry.detail', row: `${row.id}.${row.version}`, patient, label };
      const { position } = await saidIn<{ position: string }>(db, { ...place, blob: row.detail });
      positions.add(position);
    }
    expect([...positions]).toEqual(['NO_RANGE']);
    const [parts] = await db.rows<{ count: number }>(
      'select count(*)::integer as count from heldwell.entry_part',
    );
    expect(parts?.count).toBeGreaterThan(300);
    const [files] = await db.rows<{ count: number }>(
      'select count(*)::integer as count from heldwell.attachment where octet_length(bytes) = size + 31 and size > 0',
    );
    expect(files?.count).toBe(19);
  });
});

describe.skipIf(!samples)('what other systems sent', () => {
  it('of the demographics service becomes people, the doubtful ones held', async () => {
    const report = await importFolder('third-party/fhir/pds', 'PDS');
    const refused = report.sources.filter(({ problems }) =>
      problems.some(({ severity }) => severity === 'error'),
    );
    expect(refused.map(({ name }) => name)).toEqual(['searchResponses-PatientCompoundName.json']);
    // Janet Smythe came with two birth dates, and somebody without any: nobody guesses.
    expect(total(report, 'HELD')).toBeGreaterThan(0);
    const number = (digits: string) => [nhsNumberHash(db.sealing, digits)];
    const [restricted] = await db.rows<{ patient_id: string; details: Buffer }>(
      'select patient_id, details from heldwell.patient_identity where nhs_number_hash = $1',
      number('9000000025'),
    );
    const { patient_id: patient = '', details = Buffer.of() } = restricted ?? {};
    const place = { place: 'patient_identity.details', row: patient, patient, label: 'GENERAL' };
    expect(await saidIn(db, { ...place, blob: details })).toMatchObject({ address: null, phone: null });
    const [jane] = await db.rows<{ deceased: boolean; given_name: string }>(
      `select p.deceased, p.given_name from heldwell.patient p join heldwell.patient_identity i on i.patient_id = p.id
       where i.nhs_number_hash = $1`,
      number('9000000009'),
    );
    expect(jane).toEqual({ deceased: true, given_name: 'Jane' });
    const again = await importFolder('third-party/fhir/pds', 'PDS');
    expect(total(again, 'NEW')).toBe(0);
  });

  it('of the UK Core examples is stored or held, nothing lost', async () => {
    const report = await importFolder('third-party/fhir/ukcore', 'UKC');
    expect(total(report, 'REFUSED')).toBe(0);
    const stored = (await countOf('entry', 'UKC')).reduce((sum, [, count]) => sum + count, 0);
    expect(stored).toBeGreaterThan(35);
  });

  it('as XML, STU3 or broken on purpose leaves nothing behind', async () => {
    const before = await db.rows('select from heldwell.patient');
    const reports = [
      await importFolder('third-party/fhir/ukcore', 'XML', '.xml'),
      await importFolder('third-party/fhir/stu3', 'STU', '.stu3.json'),
      await importFolder('made-here/fhir-invalid', 'BAD'),
    ];
    for (const source of reports.flatMap(({ sources }) => sources))
      expect(source.refused, source.name).toBe(true);
    expect(await db.rows('select from heldwell.patient')).toHaveLength(before.length);
  });

  it('of the NHS App aggregator is answered for each resource', async () => {
    const report = await importFolder('third-party/fhir/wayfinder', 'WAY');
    expect(total(report, 'NEW') + total(report, 'UNCHANGED')).toBe(0);
    expect(total(report, 'HELD')).toBe(5);
    expect(
      report.sources.flatMap(({ problems }) => problems).every(({ reason }) => reason.endsWith('.')),
    ).toBe(true);
  });
});
