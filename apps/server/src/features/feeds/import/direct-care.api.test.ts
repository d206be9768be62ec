import { beforeAll, describe, expect, it } from 'vitest';
import { aFhirPatient } from '../../../../test/builders/fhir-resources.ts';
import { aTeam } from '../../../../test/builders/people.ts';
import { aDatabase, type TestDatabase } from '../../../../test/harness/a-database.ts';
import { sourceOfText } from '../fhir/fhir-source.ts';
import { r4Definitions } from '../fhir/r4-definitions.ts';
import type { ImportReport } from './import-report.ts';
import { importRun } from './import-run.ts';
import { ImportProblem } from './sender.ts';

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

describe('the team that cares', () => {
  it('gets its access once, and what the patient made of it since stays', async () => {
    const [organisation] = [await send('AH1')];
    expect(organisation.organisation.made).toBe(true);
    const [row] = await db.rows<{ id: string }>(
      `select id from heldwell.organisation where ods_code = 'AH1'`,
    );
    const team = await aTeam(db, {
      organisationId: row?.id ?? '',
      code: 'CARE',
      defaultLabels: ['GENERAL', 'MENTAL_HEALTH'],
    });
    const withTeam = () =>
      importRun(db.services, {
        organisation: { ods: 'AH1' },
        team: 'CARE',
        sources: [sourceOfText('file', JSON.stringify(aFhirPatient('a')))],
        now: new Date(),
      });
    const { records } = await withTeam();
    const grants = () =>
      db.rows<{ labels: string[]; basis: string; ended: boolean }>(
        'select labels, basis, ended from heldwell.consent_grant where patient_id = $1 and grantee_id = $2 and superseded_at is null',
        [records[0]?.patientId, team.id],
      );
    expect(await grants()).toEqual([
      { labels: ['GENERAL', 'MENTAL_HEALTH'], basis: 'DIRECT_CARE', ended: false },
    ]);
    await db.rows('update heldwell.consent_grant set ended = true where patient_id = $1', [
      records[0]?.patientId,
    ]);
    await withTeam();
    expect(await grants()).toMatchObject([{ ended: true }]);
  });

  it('must be there, as must the sender', async () => {
    const run = (organisation: { ods: string; name?: string }, team?: string) =>
      importRun(db.services, { organisation, team, sources: [], now: new Date() });
    await expect(run({ ods: 'ZZ9' })).rejects.toThrow(ImportProblem);
    await expect(run({ ods: 'AH2', name: 'Two' }, 'NOBODY')).rejects.toThrow(/no team with the code NOBODY/);
  });
});
