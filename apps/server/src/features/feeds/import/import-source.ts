import type { EntityManager } from 'typeorm';
import { asSystem, statementsOf } from '../../../platform/as-system.ts';
import type { Services } from '../../../platform/context.ts';
import { SystemKeys } from '../../../platform/sealing/system-keys.ts';
import type { BundleReading, ResourceReading } from '../fhir/bundle-reading.ts';
import type { FhirProblem } from '../fhir/fhir-problem.ts';
import { Batch } from './batch.ts';
import { chunksOf } from './chunks.ts';
import type { ItemOutcome } from './import-report.ts';
import type { KnownPeople } from './known-people.ts';
import { isAboutData, problemOf } from './refused-by-database.ts';
import type { Sender } from './sender.ts';

/** What a committed batch brings to the run. */
export type Committed = Pick<Batch, 'outcomes' | 'records' | 'patientsCame'>;

export interface Importing {
  services: Services;
  sender: Sender;
  people: KnownPeople;
  /** The source is what was held before. */
  releasing?: boolean;
  /** Called after each commit, in order. */
  committed(batch: Committed): void;
}

/** Undoes a bundle that stands or falls as one. */
class WholeRefused extends Error {
  readonly problems: FhirProblem[];

  constructor(problems: FhirProblem[]) {
    super('The bundle was refused.');
    this.problems = problems;
  }
}

/** Stores one source as its kind asks for; the problems that refuse it whole, none when it was stored. */
export async function importSource(importing: Importing, reading: BundleReading): Promise<FhirProblem[]> {
  if (reading.refused) return [];
  if (reading.kind === 'EACH') {
    for await (const chunk of chunksOf(reading.resources())) await storeEach(importing, chunk);
    return [];
  }
  try {
    await inTransaction(importing, async (batch, manager) => {
      for await (const chunk of chunksOf(reading.resources())) {
        await storeTogether({ batch, manager, people: importing.people }, chunk);
      }
    });
    return [];
  } catch (error) {
    if (error instanceof WholeRefused) return error.problems;
    throw error;
  }
}

/** Each alone: a resource the database refuses takes nothing else with it. */
async function storeEach(importing: Importing, chunk: ResourceReading[]): Promise<void> {
  try {
    await inTransaction(importing, (batch) => batch.store(chunk));
  } catch (error) {
    if (!isAboutData(error)) throw error;
    const [only] = chunk;
    if (chunk.length === 1 && only)
      importing.committed({ outcomes: [refusalOf(only, error)], records: new Map(), patientsCame: false });
    else for (const item of chunk) await storeEach(importing, [item]);
  }
}

interface Underway {
  batch: Batch;
  manager: EntityManager;
  people: KnownPeople;
}

/** All or nothing: when a chunk fails, each of its resources is tried, so that the sender hears which ones are at fault. */
async function storeTogether(underway: Underway, chunk: readonly ResourceReading[]): Promise<void> {
  const { batch, manager } = underway;
  await manager.query('savepoint chunk');
  try {
    await batch.store(chunk);
    await manager.query('release savepoint chunk');
  } catch (error) {
    if (!isAboutData(error)) throw error;
    throw new WholeRefused(await faultsOf(underway, chunk));
  }
}

async function faultsOf(
  { batch, manager, people }: Underway,
  chunk: readonly ResourceReading[],
): Promise<FhirProblem[]> {
  const problems: FhirProblem[] = [];
  // A record made since the savepoint is gone with it, and must be made again by whoever needs it next.
  const backTo = async (savepoint: 'chunk' | 'item') => {
    await manager.query(`rollback to savepoint ${savepoint}`);
    people.forget();
  };
  await backTo('chunk');
  for (const item of chunk) {
    await manager.query('savepoint item');
    try {
      await batch.store([item]);
    } catch (error) {
      if (!isAboutData(error)) throw error;
      problems.push(problemOf(error, item.label));
      await backTo('item');
    }
  }
  return problems;
}

const refusalOf = (item: ResourceReading, error: unknown): ItemOutcome => ({
  index: item.index,
  label: item.label,
  outcome: 'REFUSED',
  stored: null,
  problems: [problemOf(error, item.label)],
});

/** One transaction, one import of a sender at a time; events travel with it. */
async function inTransaction(
  importing: Importing,
  work: (batch: Batch, manager: EntityManager) => Promise<void>,
): Promise<void> {
  const { services, sender, people } = importing;
  people.begin();
  const done = await asSystem(services.database, 'import FHIR', async (manager) => {
    // Waiting for an import under way is no fault, however long that takes.
    await manager.query(`set local statement_timeout = '10min'`);
    await manager.query(`select pg_advisory_xact_lock(hashtextextended('import ' || $1, 0))`, [
      sender.organisation.id,
    ]);
    const keys = new SystemKeys(services.sealing, statementsOf(manager, services.sealing));
    const batch = new Batch({ manager, keys }, sender, people);
    batch.releasing = importing.releasing === true;
    await work(batch, manager);
    const events = batch.events();
    for (const { text, values } of services.bus.withinTransaction(events)) await manager.query(text, values);
    return { batch, events };
  }).catch((error: unknown) => {
    people.forget();
    throw error;
  });
  services.bus.afterCommit(done.events);
  importing.committed(done.batch);
}
