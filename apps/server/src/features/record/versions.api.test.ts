import { expect, it } from 'vitest';
import { aPatient } from '../../../test/builders/a-patient.ts';
import { aProfessional, aTeam } from '../../../test/builders/people.ts';
import { aServer } from '../../../test/harness/a-server.ts';
import { RELABEL } from '../../../test/harness/commands.ts';

const VERSIONS = 'query ($id: ID!) { entry(id: $id) { versions { version label title changedBy } } }';

it('versions of an entry under a label the viewer does not hold are not there', async () => {
  const server = await aServer();
  const team = await aTeam(server.db);
  const patient = await aPatient(server.db)
    .sharing(['GENERAL'], { with: team })
    .withEntry({ label: 'MENTAL_HEALTH', title: 'Low mood' })
    .stored();
  const owner = await server.asPerson(patient.email, 'PATIENT');
  const staff = await server.asPerson((await aProfessional(server.db, { team })).email, 'PROFESSIONAL');
  const entry = patient.entryId();
  expect((await staff.graphql(VERSIONS, { id: entry })).entry).toBeNull();
  await owner.graphql(RELABEL, { entry, label: 'GENERAL', reason: 'They may know.' });
  const seen = async (by: typeof owner) => (await by.graphql(VERSIONS, { id: entry })).entry.versions;
  expect(await seen(owner)).toMatchObject([
    { version: 2, label: 'GENERAL', title: 'Low mood' },
    { version: 1, label: 'MENTAL_HEALTH', title: 'Low mood' },
  ]);
  expect(await seen(staff)).toMatchObject([{ version: 2, label: 'GENERAL', title: 'Low mood' }]);
});
