import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../../../test/harness/a-database.ts';
import { sourceOfFile } from '../fhir/fhir-source.ts';
import { importRun } from './import-run.ts';

const samples = process.env.HELDWELL_SAMPLES;
let db: TestDatabase;
beforeAll(async () => {
  db = await aDatabase();
});

describe.skipIf(!samples)('importing the samples', () => {
  it('works', async () => {
    const folder = join(samples ?? '', 'third-party/fhir/synthea');
    const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
    for (const again of [1, 2]) {
      const t = performance.now();
      const report = await importRun(db.services, {
        organisation: { ods: 'SYN', name: 'Synthea' },
        sources: files.map((name) => sourceOfFile(join(folder, name))),
        now: new Date(),
      });
      console.log(
        again,
        performance.now() - t,
        JSON.stringify(report.sources.map((s) => [s.name, s.tally])),
        report.records,
      );
    }
    console.log(await db.rows('select kind, count(*) from heldwell.entry group by 1'));
    expect(1).toBe(1);
  });
});
