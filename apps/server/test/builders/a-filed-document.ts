import { randomUUID } from 'node:crypto';
import type { TestServer } from '../harness/a-server.ts';
import type { AppClient } from '../harness/app-client.ts';
import { ADD_DOCUMENT, aPicture, putUp } from '../harness/files.ts';
import { aPatient, type MadePatient } from './a-patient.ts';
import type { MadeTeam } from './people.ts';

export interface Filed {
  patient: MadePatient;
  owner: AppClient;
  entry: string;
  file: string;
  bytes: Buffer;
}

/** A patient who shares a label with the team, with a document under it. */
export async function aFiledDocument(
  server: TestServer,
  team: MadeTeam,
  { size = 150_000, builder = aPatient(server.db).sharing('GENERAL', { with: team }) } = {},
): Promise<Filed> {
  const patient = await builder.stored();
  const owner = await server.asPerson(patient.email, 'PATIENT');
  const bytes = aPicture(size);
  const file = (await putUp(owner, { bytes, record: patient.recordId })).id;
  const input = {
    id: randomUUID(),
    record: patient.recordId,
    label: 'GENERAL',
    title: 'Scan',
    attachments: [file],
  };
  const { addDocument } = await owner.graphql(ADD_DOCUMENT, { input });
  return { patient, owner, entry: addDocument.entry.id, file, bytes };
}
