import { uuidv7 } from 'uuidv7';
import { sealFile, sealTitle } from '../../src/features/documents/index.ts';
import { sealText, sealWords } from '../../src/features/messaging/index.ts';
import { writeId } from '../../src/platform/global-id.ts';
import type { SystemKeys } from '../../src/platform/sealing/system-keys.ts';
import { hexOf, keysOf } from '../builders/sealed.ts';
import { insertRows, type RunsAsOwner } from '../harness/insert-rows.ts';
import type { Canaries } from './canaries.ts';
import { type Guard } from './reference-model.ts';
import { LABELS, type Label, VIEWERS } from './viewers.ts';
import { NOW } from './world-entries.ts';

export interface WorldThread {
  key: string;
  id: string;
  label: Label;
  /** Key of the team it is addressed to. */
  team: string;
}

export interface ThreadsOf {
  canaries: Canaries;
  patientId: string;
  personId: string;
  teamIds: ReadonlyMap<string, string>;
  carers: readonly { personId: string }[];
  guard?: Guard;
}

interface SealedThreads extends ThreadsOf {
  keys: SystemKeys;
}

/** One with the front team under every label, and one with each team that was ever given anything. */
export function plannedThreads(): WorldThread[] {
  const front = LABELS.map((label) => ({ key: `front:${label}`, id: uuidv7(), label, team: 'front' }));
  const own = VIEWERS.filter((one) => one.holds?.through === 'TEAM' && one.team === one.key)
    .filter((one) => one.holds?.state !== 'NONE')
    .map((one) => ({
      key: `own:${one.key}`,
      id: uuidv7(),
      label: 'MENTAL_HEALTH' as const,
      team: one.key,
    }));
  return [...front, ...own];
}

export async function storeThreads(
  db: RunsAsOwner,
  threads: readonly WorldThread[],
  of: ThreadsOf,
): Promise<void> {
  const sealed = { ...of, keys: await keysOf(db, of.patientId) };
  await insertRows(
    db,
    'thread',
    threads.map((thread, index) => threadRow(thread, index, sealed)),
  );
  const messages = threads.flatMap((thread) => messageRows(thread, sealed));
  await insertRows(
    db,
    'message',
    messages.map(({ row }) => row),
  );
  await insertRows(
    db,
    'attachment',
    messages.map(({ file }) => file),
  );
  await insertRows(
    db,
    'participant',
    threads.flatMap((thread) => participantRows(thread, of)),
  );
}

const guardOf = (thread: WorldThread, of: ThreadsOf): Guard =>
  of.guard ?? { is: 'THREAD', label: thread.label, thread: thread.key };
const at = (minutesAgo: number) => new Date(NOW.getTime() - minutesAgo * 60_000).toISOString();

function threadRow(thread: WorldThread, index: number, of: SealedThreads): object {
  const guard = guardOf(thread, of);
  const now: Guard = of.guard ?? { is: 'THREAD_NOW', label: thread.label, thread: thread.key };
  of.canaries.id(writeId('THREAD', thread.id, of.patientId), guard);
  return {
    patient_id: of.patientId,
    id: thread.id,
    author_id: of.personId,
    client_id: uuidv7(),
    words: hexOf(
      sealWords(
        of.keys,
        { patient: of.patientId, row: thread.id, label: thread.label },
        {
          subject: of.canaries.word(guard),
          preview: of.canaries.word(now),
          lastAuthor: of.canaries.word(now),
        },
      ),
    ),
    label: thread.label,
    team_id: of.teamIds.get(thread.team),
    started_at: at(index + 1),
    last_position: 2,
    last_message_at: at(index + 1),
    last_author_role: 'PATIENT',
  };
}

function messageRows(thread: WorldThread, of: SealedThreads): { row: object; file: object }[] {
  return [1, 2].map((position) => {
    const guard: Guard = of.guard ?? { is: 'MESSAGE', label: thread.label, thread: thread.key, position };
    const id = uuidv7();
    of.canaries.id(writeId('MESSAGE', id, of.patientId), guard);
    const row = {
      patient_id: of.patientId,
      id,
      thread_id: thread.id,
      position,
      author_id: of.personId,
      client_id: uuidv7(),
      author_name: of.canaries.word(guard),
      author_role: position === 1 ? 'PATIENT' : 'STAFF',
      author_team_id: position === 1 ? null : of.teamIds.get(thread.team),
      label: thread.label,
      text: hexOf(
        sealText(of.keys, { patient: of.patientId, row: id, label: thread.label }, of.canaries.word(guard)),
      ),
      sent_at: at(60 - position),
    };
    return { row, file: fileRow(thread, { id, guard }, of) };
  });
}

/** A message's file has the row id of its message. */
function fileRow(
  thread: WorldThread,
  { id, guard }: { id: string; guard: Guard },
  of: SealedThreads,
): object {
  const place = { patient: of.patientId, id, label: thread.label, scope: thread.id };
  const text = of.canaries.word(guard);
  of.canaries.id(writeId('ATTACHMENT', id, of.patientId), guard);
  return {
    patient_id: of.patientId,
    id,
    thread_id: thread.id,
    message_id: id,
    position: 0,
    label: thread.label,
    title: hexOf(sealTitle(of.keys, place, of.canaries.word(guard))),
    content_type: 'text/plain',
    size: text.length,
    bytes: hexOf(sealFile(of.keys, place, Buffer.from(text))),
    author_id: of.personId,
    client_id: id,
    put_at: at(60),
  };
}

/** Every carer takes part in every discussion: what they see of it is for the grants to say. */
function participantRows(thread: WorldThread, of: ThreadsOf): object[] {
  const guard = guardOf(thread, of);
  const readers = [
    { id: of.patientId, role: 'PATIENT' },
    { id: of.teamIds.get(thread.team), role: 'STAFF' },
    ...of.carers.map((carer) => ({ id: carer.personId, role: 'CARER' })),
  ];
  return readers.map((reader) => ({
    patient_id: of.patientId,
    thread_id: thread.id,
    reader_id: reader.id,
    role: reader.role,
    name: of.canaries.word(guard),
    read_position: 0,
    joined_at: at(100),
  }));
}
