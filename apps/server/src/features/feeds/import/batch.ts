import { statementsOf } from '../../../platform/as-system.ts';
import { channels, type LiveEvent } from '../../../platform/events.ts';
import { writeId } from '../../../platform/global-id.ts';
import { giveDirectCare, type PrivacyLabel } from '../../consent/index.ts';
import type { ResourceReading } from '../fhir/bundle-reading.ts';
import type { FhirProblem } from '../fhir/fhir-problem.ts';
import { type EntryRow, rowOf } from './entry-row.ts';
import { type Held, hold, release } from './hold.ts';
import type { ItemOutcome } from './import-report.ts';
import type { KnownPeople, Resolution } from './known-people.ts';
import type { Sender } from './sender.ts';
import { storeAttachments } from './store-attachments.ts';
import { type StoredEntry, storeEntries } from './store-entries.ts';
import { storeParts } from './store-parts.ts';
import type { Storing } from './storing.ts';

/** One database transaction of an import: what it stores, and what is to be told when it has committed. */
export class Batch {
  readonly outcomes: ItemOutcome[] = [];
  /** Records touched, and whether this batch made them. */
  readonly records = new Map<string, boolean>();
  /** Whether a Patient among it said something new: entries of this sender may have been held for it. */
  patientsCame = false;
  private readonly changed = new Map<string, Set<PrivacyLabel>>();
  private readonly granted: LiveEvent[] = [];
  /** Whether what this batch stores was held before. */
  releasing = false;
  private readonly storing: Storing;
  private readonly sender: Sender;
  private readonly people: KnownPeople;

  constructor(storing: Storing, sender: Sender, people: KnownPeople) {
    this.storing = storing;
    this.sender = sender;
    this.people = people;
  }

  /** Stores at most a thousand resources, no entry among them twice. */
  async store(items: readonly ResourceReading[]): Promise<void> {
    const rows: EntryRow[] = [];
    const held: Held[] = [];
    for (const item of items) {
      if (item.outcome === 'PATIENT') await this.takePatient(item, held);
      else if (item.outcome === 'ENTRY') {
        const resolution = await this.people.ofSubject(this.storing, item.subject);
        const row = await this.rowFor(item, resolution, held);
        if (row) rows.push(row);
      } else if (item.outcome === 'REFUSED') this.say(item, 'REFUSED', item.problems);
      else this.say(item, item.outcome === 'DIRECTORY' ? 'READ' : 'PASSED_OVER');
    }
    await this.storeRows(rows);
    await hold(this.storing, this.sender.organisation.id, held);
  }

  /** What live streams are told at commit: whose record changed, and under which labels. */
  events(): LiveEvent[] {
    const entries = [...this.changed].map(([patient, labels]) => ({
      channel: channels.record(patient),
      ids: {
        ...{ patient, change: 'ENTRIES', labels: [...labels].join(',') },
        organisation: this.sender.organisation.id,
      },
    }));
    return [...entries, ...this.granted];
  }

  private async storeRows(rows: readonly EntryRow[]): Promise<void> {
    const { organisation, team } = this.sender;
    const source = { organisationId: organisation.id, teamId: team?.id ?? null };
    const stored = await storeEntries(this.storing, source, rows);
    await storeAttachments(this.storing, stored);
    await storeParts(this.storing.manager, organisation.id, stored);
    if (this.releasing && rows.length > 0) {
      await release(
        this.storing.manager,
        organisation.id,
        rows.map(({ digest }) => digest),
      );
    }
    for (const one of stored) this.note(one);
  }

  private note({ row, outcome, entryId, labels }: StoredEntry): void {
    const { index, label, patientId } = row;
    const stored = writeId('ENTRY', entryId, patientId);
    this.outcomes.push({ index, label, outcome, stored, problems: [] });
    if (outcome === 'NEW' || outcome === 'CHANGED') this.tell(patientId, labels);
  }

  private async takePatient(
    item: Extract<ResourceReading, { outcome: 'PATIENT' }>,
    held: Held[],
  ): Promise<void> {
    const resolution = await this.people.ofPatient(this.storing, item.patient);
    if (resolution.is === 'UNKNOWN') {
      held.push({ resource: item.patient.resource, reason: resolution.reason });
      this.sayHeld(item, resolution.reason);
      return;
    }
    await this.touch(resolution);
    const { index, label } = item;
    const { outcome, patientId } = resolution;
    if (outcome === 'NEW' || outcome === 'CHANGED') {
      this.patientsCame = true;
      this.tell(patientId, ['GENERAL']);
    }
    this.outcomes.push({ index, label, outcome, stored: writeId('RECORD', patientId), problems: [] });
  }

  private async rowFor(
    item: Extract<ResourceReading, { outcome: 'ENTRY' }>,
    resolution: Resolution,
    held: Held[],
  ): Promise<EntryRow | undefined> {
    if (resolution.is === 'UNKNOWN') {
      held.push({ resource: item.draft.resource, reason: resolution.reason });
      this.sayHeld(item, resolution.reason);
      return undefined;
    }
    await this.touch(resolution);
    const defaultLabel = this.sender.organisation.default_label;
    const { sealing } = this.storing.keys;
    return rowOf(item, item.draft, { patientId: resolution.patientId, defaultLabel, sealing });
  }

  private async touch({ patientId, made }: Extract<Resolution, { is: 'RECORD' }>): Promise<void> {
    if (this.records.has(patientId)) return;
    this.records.set(patientId, made);
    const { team, organisation } = this.sender;
    const { manager, keys } = this.storing;
    if (!team) return;
    const caring = { id: team.id, name: team.name, defaultLabels: team.default_labels as PrivacyLabel[] };
    const terms = { team: caring, givenBy: organisation.name };
    if (await giveDirectCare(statementsOf(manager, keys.sealing), patientId, terms)) {
      this.granted.push({
        channel: channels.access(patientId),
        ids: { patient: patientId, grantee: team.id },
      });
    }
  }

  private tell(patientId: string, labels: readonly PrivacyLabel[]): void {
    const told = this.changed.get(patientId) ?? new Set();
    for (const label of labels) told.add(label);
    this.changed.set(patientId, told);
  }

  private sayHeld(item: ResourceReading, reason: string): void {
    const problem: FhirProblem = {
      severity: 'warning',
      code: 'business-rule',
      resource: item.label,
      path: item.outcome === 'PATIENT' ? 'Patient.identifier' : subjectPath(item.label),
      reason: `It is held until its Patient comes, or comes corrected: ${reason}`,
    };
    this.say(item, 'HELD', [problem]);
  }

  private say(
    item: ResourceReading,
    outcome: ItemOutcome['outcome'],
    problems: readonly FhirProblem[] = [],
  ): void {
    this.outcomes.push({ index: item.index, label: item.label, outcome, stored: null, problems });
  }
}

/** Where R4 says whose a resource is. */
function subjectPath(label: string): string | null {
  const type = /^([A-Z][A-Za-z]+)\//.exec(label)?.[1];
  if (!type) return null;
  if (type === 'Appointment') return 'Appointment.participant';
  return ['AllergyIntolerance', 'Immunization'].includes(type) ? `${type}.patient` : `${type}.subject`;
}
