import type { SqlStatement } from '../sql-statement.ts';
import type { Brought } from './brought.ts';
import { givesNoMore } from './grant-mac.ts';
import {
  type HandedGrant,
  type HandedRow,
  handedKeys,
  type KeptRow,
  type KeyNeed,
  keptKeys,
} from './handed-keys.ts';
import { CannotOpen, KeyRing, nameOf, ofLabel, placeOf } from './key-ring.ts';
import { Sealed } from './sealed.ts';
import { keyVersionOf } from './sealed-blob.ts';
import type { Sealing } from './sealing.ts';
import { NO_RECORD, systemKey } from './system-key.ts';

/** What of a label may be opened. */
interface Allowed {
  all: boolean;
  /** Entries and who the person is, of which the rows show what an emergency's summary holds; no discussion. */
  summary: boolean;
  /** The ids of single things. */
  things: Set<string>;
}

const NO_SUMMARY = ['thread.words', 'message.text'];

/** Who the keys are for, in which transaction. */
interface ForWhom {
  query<Row>(statement: SqlStatement): Promise<Row[]>;
  viewer(): Promise<{ patientId: string | null; frozenPatientId: string | null } | null>;
}

/** Texts of grant rows remembered with what was found right in them: a row never changes. */
const MOST_JUDGED = 20_000;

/**
 * The keys of one viewer's operation, handed out in its transaction against grants in force whose own MAC is right.
 * The patient's own record needs no grant: where this process has its keys unwrapped, nothing is asked.
 */
export class ViewerKeys extends KeyRing {
  private readonly forWhom: ForWhom;
  private own: string | null = null;
  /** By label of a record. */
  private readonly allowed = new Map<string, Allowed>();
  /** Labels of records that were asked for. */
  private readonly asked = new Set<string>();

  constructor(sealing: Sealing, forWhom: ForWhom) {
    super(sealing);
    this.forWhom = forWhom;
  }

  /** Takes a grant that came with a row; one that was never found right opens nothing, and is asked for with its keys. */
  bring({ signed, label, thing }: Brought): void {
    const grant = this.sealing.rightRows.get(signed) as HandedGrant | undefined;
    if (!grant) return;
    const { patient_id: patient, thread_id, entry_id, whole, summary_labels: summary = [] } = grant;
    for (const one of label === undefined ? [...grant.labels, ...summary] : [label]) {
      const allowed = this.allowedIn(ofLabel(patient, one));
      if (whole && grant.labels.includes(one)) allowed.all = true;
      if (summary.includes(one)) allowed.summary = true;
      if (thing !== undefined && thing === (thread_id ?? entry_id)) allowed.things.add(thing);
    }
  }

  private allowedIn(ofRecord: string): Allowed {
    const known = this.allowed.get(ofRecord);
    if (known) return known;
    const nothing = { all: false, summary: false, things: new Set<string>() };
    this.allowed.set(ofRecord, nothing);
    return nothing;
  }

  /** Asks for what is needed to open these values; what was asked for before is not asked again. */
  async forValues(values: readonly Sealed[]): Promise<void> {
    await this.whose();
    const ofRecords = values.filter(({ binding }) => binding.patient !== NO_RECORD);
    if (ofRecords.length < values.length) await this.ofPeople();
    const needs = new Map<string, KeyNeed>();
    for (const sealed of ofRecords) {
      const { patient, label } = sealed.binding;
      const key = ofLabel(patient, label);
      if (this.asked.has(key) || needs.has(key) || this.isAtHand(sealed)) continue;
      needs.set(key, { patient, label });
    }
    await this.ask([...needs.values()]);
    await this.askForKept(ofRecords.filter((sealed) => !this.mayOpen(sealed)));
  }

  /** The key of what belongs to no record, which its rows alone guard. */
  async ofPeople(): Promise<this> {
    await this.take(await systemKey(this.sealing, this.forWhom, 'PEOPLE'));
    return this;
  }

  /** Asks for keys to write with. */
  async forLabels(needs: readonly KeyNeed[]): Promise<void> {
    await this.whose();
    await this.ask(needs.filter(({ patient, label }) => !this.asked.has(ofLabel(patient, label))));
  }

  override openBytes(sealed: Sealed): Buffer {
    if (!this.mayOpen(sealed)) throw new CannotOpen(`No grant opens ${placeOf(sealed.binding)}.`);
    return super.openBytes(sealed);
  }

  private mayOpen({ binding, scope }: Sealed): boolean {
    if (binding.patient === this.own || binding.patient === NO_RECORD) return true;
    const allowed = this.allowed.get(ofLabel(binding.patient, binding.label));
    if (!allowed) return false;
    if (allowed.all || (scope !== undefined && allowed.things.has(scope))) return true;
    return allowed.summary && !NO_SUMMARY.includes(binding.place);
  }

  protected override keyOf(patient: string, label: string, version: number) {
    const key = super.keyOf(patient, label, version);
    if (key) return key;
    const { cache } = this.sealing;
    if (patient === this.own) return cache.get(patient, nameOf({ label, version }));
    return this.allowed.has(ofLabel(patient, label))
      ? cache.fresh(patient, nameOf({ label, version }))
      : undefined;
  }

  private async whose(): Promise<void> {
    const viewer = await this.forWhom.viewer();
    // Of a frozen record the rows leave the patient their plan.
    this.own = viewer?.patientId ?? viewer?.frozenPatientId ?? null;
  }

  /**
   * A value of the own record, or one that a grant opens which came with it, whose key this process has unwrapped already. The
   * key is held: between being found and being used it may grow old in the cache, or be forgotten with a change of access.
   */
  private isAtHand(sealed: Sealed): boolean {
    const { patient, label } = sealed.binding;
    const version = keyVersionOf(Sealed.blobOf(sealed));
    const key = version && this.mayOpen(sealed) ? this.keyOf(patient, label, version) : undefined;
    if (!version || !key) return false;
    this.hold({ patient, label }, version, key);
    return true;
  }

  private async ask(needs: readonly KeyNeed[]): Promise<void> {
    if (needs.length === 0) return;
    const rows = await this.forWhom.query<HandedRow>(handedKeys(needs));
    await this.accept(rows);
  }

  /** What no grant opens any more may be the own team's writing, or what was said to it while it had access. */
  private async askForKept(values: readonly Sealed[]): Promise<void> {
    const wanted = new Map<string, KeyNeed & { thing: string }>();
    for (const { binding, scope } of values) {
      if (scope === undefined) continue;
      const { patient, label } = binding;
      wanted.set(`${ofLabel(patient, label)} ${scope}`, { patient, label, thing: scope });
    }
    const needs = [...wanted.values()];
    if (needs.length === 0) return;
    const rows = await this.forWhom.query<KeptRow>(keptKeys(needs));
    const kept = rows.filter(({ grants }) => grants !== null && this.rightOnes(grants).length > 0);
    for (const { patient_id, label, thing } of kept) {
      this.allowed.get(ofLabel(patient_id, label))?.things.add(thing);
    }
    await this.takeIn(kept);
  }

  /** Takes in what a statement of the operation brought along. */
  async accept(rows: readonly HandedRow[]): Promise<void> {
    await this.whose();
    await this.takeIn(rows.filter((row) => this.judge(row)));
  }

  private takeIn(rows: readonly HandedRow[]): Promise<void> {
    return this.take(
      rows.flatMap(({ patient_id, label, keys }) =>
        (keys ?? []).map(([version, wrapped, masterKeyId]) => ({
          ...{ patient: patient_id, label, version, wrapped, masterKeyId },
        })),
      ),
    );
  }

  /** Keeps what the rows with a right MAC allow; a row that SQL forged is as good as none, and nothing is unwrapped for it. */
  private judge({ patient_id, label, grants }: HandedRow): boolean {
    const right = grants === null ? [] : this.rightOnes(grants);
    const allowed = {
      all: patient_id === this.own || right.some(({ whole }) => whole),
      summary: right.some(({ summary_labels }) => summary_labels?.includes(label)),
      things: new Set(right.flatMap(({ thread_id, entry_id }) => thread_id ?? entry_id ?? [])),
    };
    this.allowed.set(ofLabel(patient_id, label), allowed);
    this.asked.add(ofLabel(patient_id, label));
    return allowed.all || allowed.summary || allowed.things.size > 0;
  }

  private rightOnes(text: string): readonly HandedGrant[] {
    const { judged, rightRows, grants } = this.sealing;
    const known = judged.get(text) as readonly HandedGrant[] | undefined;
    if (known) return known;
    const right = (JSON.parse(text) as HandedGrant[]).filter(
      ({ narrowed, ...grant }) =>
        grants.fits(grant, grant.mac) ||
        (narrowed && grants.fits(narrowed, narrowed.mac) && givesNoMore(grant, narrowed)),
    );
    if (judged.size >= MOST_JUDGED) {
      judged.clear();
      rightRows.clear();
    }
    judged.set(text, right);
    for (const grant of right) if (grant.signed !== undefined) rightRows.set(grant.signed, grant);
    return right;
  }
}
