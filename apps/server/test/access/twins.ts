import type { RunsAsOwner } from '../harness/insert-rows.ts';
import { maySee, seesAnything, sightOf } from './reference-model.ts';
import { LABELS, VIEWERS, type Viewer } from './viewers.ts';
import type { World } from './world.ts';

/** Viewers who see the same of the record share a twin. */
export function twinOf(viewer: Viewer): string {
  const { labels, threads, summary, entry, author, kept } = sightOf(viewer);
  if (labels.size === LABELS.length) return 'everything';
  const desk = maySee(viewer, { is: 'DESK' }) && 'desk';
  return (
    [...labels, ...threads, summary && 'summary', entry, author, kept, desk].filter(Boolean).join(' ') ||
    'nothing'
  );
}

/** Sights that leave something out: each has a twin of the world without what it leaves out. */
export const TWINS: readonly string[] = [...new Set(VIEWERS.map(twinOf))].filter(
  (twin) => twin !== 'everything',
);

/**
 * Takes out of a copy of the world all that a sight does not show, as if it had never been. Whoever has this sight
 * must not be able to tell the two apart.
 */
export async function takeOutHidden(db: RunsAsOwner, world: World, twin: string): Promise<void> {
  const viewer = VIEWERS.find((one) => twinOf(one) === twin);
  if (!viewer) throw new Error(`Nobody sees ${twin}.`);
  const sight = sightOf(viewer);
  const threads = world.threads
    .filter(({ label, key }) => maySee(viewer, { is: 'THREAD', label, thread: key }))
    .map(({ id }) => id);
  const entries = world.entries
    .filter(({ kind, label, by }) => maySee(viewer, { is: 'ENTRY', kind, label, ...(by && { by }) }))
    .map(({ id }) => id);
  // Neither triggers nor foreign keys: what is taken out leaves no trace.
  await db.rows(`set session_replication_role = replica`);
  const without = (table: string, condition: string) =>
    db.rows(`delete from heldwell.${table} where patient_id = $1 and ${condition}`, [
      world.patientId,
      entries,
    ]);
  await db.rows(
    `delete from heldwell.entry_version v using heldwell.entry e where e.patient_id = $1 and e.id = v.entry_id
       and v.label <> e.label and not v.label = any ($2)`,
    [world.patientId, [...sight.labels]],
  );
  await without('entry_version', 'not entry_id = any ($2)');
  await without('entry_part', '(not whole_id = any ($2) or not part_id = any ($2))');
  await without('entry', 'not id = any ($2)');
  if (sight.kept) {
    await db.rows('delete from heldwell.message where patient_id = $1 and position > 1', [world.patientId]);
  }
  for (const table of ['message', 'participant', 'team_inbox', 'consent_grant']) {
    await db.rows(
      `delete from heldwell.${table} where patient_id = $1 and thread_id is not null and not thread_id = any ($2)`,
      [world.patientId, threads],
    );
  }
  await db.rows('delete from heldwell.thread where patient_id = $1 and not id = any ($2)', [
    world.patientId,
    threads,
  ]);
  if (!maySee(viewer, { is: 'IDENTITY' })) {
    for (const table of ['patient_identity', 'emergency_contact']) {
      await db.rows(`delete from heldwell.${table} where patient_id = $1`, [world.patientId]);
    }
  }
  if (!seesAnything(sight)) {
    for (const table of ['consent_grant', 'grant_head', 'caseload', 'carer', 'invitation']) {
      await db.rows(`delete from heldwell.${table} where patient_id = $1`, [world.patientId]);
    }
    // What a desk lists is of somebody, although it does not say of whom.
    if (!maySee(viewer, { is: 'DESK' }))
      await db.rows('delete from heldwell.patient where id = $1', [world.patientId]);
  }
  await db.rows(`set session_replication_role = origin`);
}
