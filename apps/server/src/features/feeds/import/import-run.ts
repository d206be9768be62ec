import { asSystem, statementsOf } from '../../../platform/as-system.ts';
import type { Services } from '../../../platform/context.ts';
import { writeId } from '../../../platform/global-id.ts';
import { SystemKeys } from '../../../platform/sealing/system-keys.ts';
import { openDetails } from '../../people/index.ts';
import { type BundleReading, PROBLEMS_KEPT } from '../fhir/bundle-reading.ts';
import type { FhirProblem } from '../fhir/fhir-problem.ts';
import type { FhirSource } from '../fhir/fhir-source.ts';
import { readFhirRun } from '../fhir/read-fhir.ts';
import {
  emptyTally,
  type ImportReport,
  type ItemOutcome,
  type RecordReport,
  type SourceReport,
} from './import-report.ts';
import { type Committed, type Importing, importSource } from './import-source.ts';
import { KnownPeople } from './known-people.ts';
import { readHeld } from './release-held.ts';
import { findSender } from './sender.ts';
import { Turns } from './turns.ts';

/** Imports hold a connection of the small system pool for long: signing in must always find one free. */
const turns = new Turns(2);

export interface ImportOptions {
  /** Who sends: an ODS code, and a name when it may be new. */
  organisation: { ods: string; name?: string | undefined };
  /** Code of the sender's team that cares for the people it sends: it gets its direct-care access, once. */
  team?: string | undefined;
  /** The files of one run: they resolve each other's references. */
  sources: readonly FhirSource[];
  /** The day of the run: nobody can be born after it. */
  now: Date;
  /** Hears of every resource once what became of it is certain. */
  onOutcome?(outcome: ItemOutcome, source: number): void;
}

/**
 * Imports files of one sender, as system. The same again changes nothing; changed content is a new version; what
 * belongs to nobody we know is held.
 * @throws ImportProblem for an unknown organisation or team.
 */
export function importRun(services: Services, options: ImportOptions): Promise<ImportReport> {
  return turns.take(() => importNow(services, options));
}

async function importNow(services: Services, options: ImportOptions): Promise<ImportReport> {
  const { ods, name } = options.organisation;
  const sender = await asSystem(services.database, 'find the sender of an import', (manager) =>
    findSender(manager, { ods, name, team: options.team }),
  );
  const readings: BundleReading[] = [];
  for await (const reading of readFhirRun(options.sources, options)) readings.push(reading);
  const people = new KnownPeople(sender.organisation.id);
  for (const reading of readings) people.accept(reading.patients);
  const records = new Map<string, boolean>();
  const sources: SourceReport[] = [];
  let patientsCame = false;
  for (const [at, reading] of readings.entries()) {
    const report = reportOn(reading);
    const committed = (batch: Committed) => {
      for (const outcome of batch.outcomes) {
        count(report, outcome);
        options.onOutcome?.(outcome, at);
      }
      patientsCame ||= batch.patientsCame;
      for (const [id, made] of batch.records) records.set(id, made || records.get(id) === true);
    };
    const importing: Importing = { services, sender, people, committed };
    refuseWhole(report, await importSource(importing, reading));
    sources.push(report);
  }
  const released = patientsCame
    ? await releaseHeld({ services, sender, people, committed: () => undefined }, options.now)
    : 0;
  const { organisation } = sender;
  return {
    organisation: { ods: organisation.ods_code, name: organisation.name, made: organisation.made },
    sources,
    records: await describe(services, records),
    released,
  };
}

/** A Patient that is new from this sender, or corrected, may be what held entries were waiting for. */
async function releaseHeld(importing: Importing, now: Date): Promise<number> {
  const reading = await readHeld(importing.services, importing.sender.organisation.id, now);
  if (!reading) return 0;
  let released = 0;
  const committed = ({ outcomes }: Committed) => {
    released += outcomes.filter(({ outcome }) => outcome !== 'HELD' && outcome !== 'REFUSED').length;
  };
  await importSource({ ...importing, committed, releasing: true }, reading);
  return released;
}

function reportOn(reading: BundleReading): SourceReport {
  const { name, shape, bundleType, kind, counts, passedOver, refused, problems, problemsLeftOut } = reading;
  const tally = emptyTally();
  return {
    name,
    shape,
    bundleType,
    kind,
    counts,
    passedOver,
    refused,
    tally,
    problems: [...problems],
    problemsLeftOut,
  };
}

function refuseWhole(report: SourceReport, problems: readonly FhirProblem[]): void {
  if (problems.length === 0) return;
  report.refused = true;
  add(report, problems);
}

function count(report: SourceReport, { outcome, problems, label }: ItemOutcome): void {
  report.tally[outcome] += 1;
  // The reader's own findings are listed already.
  const known = new Set(
    report.problems.filter(({ resource }) => resource === label).map(({ reason }) => reason),
  );
  add(
    report,
    problems.filter(({ reason }) => !known.has(reason)),
  );
}

function add(report: SourceReport, problems: readonly FhirProblem[]): void {
  const kept = problems.slice(0, Math.max(PROBLEMS_KEPT - report.problems.length, 0));
  report.problems.push(...kept);
  report.problemsLeftOut += problems.length - kept.length;
}

interface RecordRow {
  id: string;
  name: string;
  details: Buffer | null;
}

async function describe(services: Services, records: ReadonlyMap<string, boolean>): Promise<RecordReport[]> {
  return asSystem(services.database, 'name the records of an import', async (manager) => {
    const keys = new SystemKeys(services.sealing, statementsOf(manager, services.sealing));
    await keys.ofRecords([...records.keys()]);
    const rows = await manager.query<RecordRow[]>(
      `select p.id, trim(p.given_name || ' ' || p.family_name) as name, i.details
       from heldwell.patient p left join heldwell.patient_identity i on i.patient_id = p.id
       where p.id = any ($1) order by p.family_name, p.given_name, p.id`,
      [[...records.keys()]],
    );
    return rows.map(({ id, name, details }) => ({
      id: writeId('RECORD', id),
      patientId: id,
      name,
      nhsNumber: details && openDetails(keys, id, details).nhsNumber,
      made: records.get(id) === true,
    }));
  });
}
