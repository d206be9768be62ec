import { uuidv7 } from 'uuidv7';
import { giveGrant } from '../../src/features/consent/index.ts';
import { sealText, sealWords } from '../../src/features/messaging/index.ts';
import type { TestDatabase } from '../harness/a-database.ts';
import type { MadeCarer, MadeTeam } from './people.ts';
import { keysOf, runsOf } from './sealed.ts';

export interface ThreadChoice {
  with: MadeTeam;
  label?: 'GENERAL' | 'MENTAL_HEALTH' | 'SEXUAL_HEALTH' | 'SOCIAL_CARE' | 'UNLABELLED';
  subject?: string;
  text?: string;
  inCopy?: MadeCarer[];
  at?: string;
}

interface Author {
  id: string;
  personId: string;
  givenName: string;
  familyName: string;
}

/** Stores a discussion with its first message, its participants and the team's grant for it. */
export async function aThreadRow(db: TestDatabase, patient: Author, choice: ThreadChoice): Promise<string> {
  const id = uuidv7();
  const name = `${patient.givenName} ${patient.familyName}`;
  const {
    label = 'GENERAL',
    subject = 'A question',
    text = 'Hello.',
    at = new Date().toISOString(),
  } = choice;
  const keys = await keysOf(db, patient.id);
  const place = { patient: patient.id, row: id, label };
  const words = sealWords(keys, place, { subject, preview: text, lastAuthor: name });
  const message = uuidv7();
  const said = sealText(keys, { ...place, row: message }, text);
  await db.rows(
    `insert into heldwell.thread (patient_id, id, author_id, client_id, words, label, team_id, started_at, last_position,
       last_message_at, last_author_role)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 1, $8, 'PATIENT')`,
    [patient.id, id, patient.personId, uuidv7(), words, label, choice.with.id, at],
  );
  await db.rows(
    `insert into heldwell.message (patient_id, id, thread_id, position, author_id, client_id, author_name, author_role, text, sent_at, label)
     values ($1, $2, $3, 1, $4, $5, $6, 'PATIENT', $7, $8, $9)`,
    [patient.id, message, id, patient.personId, uuidv7(), name, said, at, label],
  );
  const readers = [
    { reader: patient.id, role: 'PATIENT', name, read: 1 },
    { reader: choice.with.id, role: 'STAFF', name: choice.with.name, read: 0 },
    ...(choice.inCopy ?? []).map((carer) => ({ reader: carer.id, role: 'CARER', name: carer.name, read: 0 })),
  ];
  for (const one of readers) {
    await db.rows(
      `insert into heldwell.participant (patient_id, thread_id, reader_id, role, name, read_position, joined_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [patient.id, id, one.reader, one.role, one.name, one.read, at],
    );
  }
  await giveGrant(
    runsOf(db),
    {
      patient_id: patient.id,
      grantee_kind: 'TEAM',
      grantee_id: choice.with.id,
      grantee_name: choice.with.name,
      labels: [],
      rights: ['SEE', 'MESSAGE'],
      thread_id: id,
      basis: 'PATIENT_CHOICE',
      valid_until: null,
    },
    { name, personId: patient.personId },
  );
  return id;
}
