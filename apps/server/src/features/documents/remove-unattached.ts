import { asSystem } from '../../platform/as-system.ts';
import type { Services } from '../../platform/context.ts';
import { logger } from '../../platform/logger.ts';

/** How long a file may wait to be attached: a message may be written over a day. */
const MOST_WAIT_MS = 26 * 3_600_000;
const EVERY_MS = 6 * 3_600_000;
const AT_ONCE = 500;

const REMOVE = `delete from heldwell.attachment a where a.patient_id = any ($1) and a.id = any ($2)
  and a.message_id is null and a.entry_id is null returning a.id`;
const WAITING = `select a.patient_id, a.id from heldwell.attachment a
  where a.message_id is null and a.entry_id is null and a.put_at < $1 limit ${AT_ONCE}`;

/**
 * Removes what was put up and never attached, and files of the store that no row speaks of: left where a process died
 * between a file and its row. How many files were removed. What is new is left alone, for its row may still come.
 */
export async function removeUnattached({ database, documents, clock }: Services): Promise<number> {
  const { store } = documents;
  const before = new Date(clock().getTime() - MOST_WAIT_MS);
  let removed = 0;
  for (let found = AT_ONCE; found === AT_ONCE; ) {
    const gone = await asSystem(database, 'remove files that nobody attached', async (manager) => {
      const waiting = await manager.query<{ patient_id: string; id: string }[]>(WAITING, [before]);
      found = waiting.length;
      const ids = [waiting.map((one) => one.patient_id), waiting.map(({ id }) => id)];
      const [rows] = await manager.query<[{ id: string }[], number]>(REMOVE, ids);
      return rows;
    });
    for (const { id } of gone) await store.remove(id);
    removed += gone.length;
  }
  for await (const ids of inBatches(store.putBefore(before))) {
    const known = await asSystem(database, 'see which files have a row', (manager) =>
      manager.query<{ id: string }[]>(
        'select a.id from heldwell.attachment a where a.id = any ($1) and a.file_key is not null',
        [ids],
      ),
    );
    const rows = new Set(known.map(({ id }) => id));
    for (const id of ids.filter((one) => !rows.has(one))) {
      await store.remove(id);
      removed += 1;
    }
  }
  return removed;
}

async function* inBatches(ids: AsyncIterable<string>): AsyncGenerator<string[]> {
  let batch: string[] = [];
  for await (const id of ids) {
    batch.push(id);
    if (batch.length < AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Does so now and then; what fails is tried again at the next turn. */
export function startRemoving(services: Services): { close(): void } {
  const turn = () =>
    removeUnattached(services).catch((error: unknown) =>
      logger.warn({ reason: (error as Error).message }, 'files that nobody attached were not removed'),
    );
  const timer = setInterval(() => void turn(), EVERY_MS);
  timer.unref();
  return { close: () => clearInterval(timer) };
}
