import type { SqlStatement } from '../sql-statement.ts';
import type { Brought } from './brought.ts';
import { ByLabel, type LabelOfRecord } from './by-label.ts';
import { givesNoMore } from './grant-mac.ts';
import { type HandedGrant, type HandedRow, handedKeys, type KeptRow, keptKeys } from './handed-keys.ts';
import { CannotOpen, KeyRing, nameOf, placeOf } from './key-ring.ts';
import { Opens } from './opens.ts';
import { Sealed } from './sealed.ts';
import { keyVersionOf } from './sealed-blob.ts';
import type { Sealing } from './sealing.ts';
import { NO_RECORD, systemKey } from './system-key.ts';

/** What the operation knows of a label of a record. */
interface Known {
  /** What may be opened of it; undefined while nobody asked and no grant came. */
  opens?: Opens;
  /** Its keys were asked for. */
  asked: boolean;
}

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
  private readonly known = new ByLabel<Known>(() => ({ asked: false }));

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
      const known = this.known.of({ patient, label: one });
      known.opens ??= new Opens();
      if (whole && grant.labels.includes(one)) known.opens.all = true;
      if (summary.includes(one)) known.opens.summary = true;
      if (thing !== undefined && thing === (thread_id ?? entry_id)) known.opens.things.add(thing);
    }
  }

  /** Asks for what is needed to open these values; what was asked for before is not asked again. */
  async forValues(values: readonly Sealed[]): Promise<void> {
    await this.whose();
    const ofRecords = values.filter(({ binding }) => binding.patient !== NO_RECORD);
    if (ofRecords.length < values.length) await this.ofPeople();
    const needs = new Map<Known, LabelOfRecord>();
    for (const sealed of ofRecords) {
      const { patient, label } = sealed.binding;
      const known = this.known.of(sealed.binding);
      if (!known.asked && !needs.has(known) && !this.isAtHand(sealed)) needs.set(known, { patient, label });
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
  async forLabels(needs: readonly LabelOfRecord[]): Promise<void> {
    await this.whose();
    await this.ask(needs.filter((need) => !this.known.of(need).asked));
  }

  override openBytes(sealed: Sealed): Buffer {
    if (!this.mayOpen(sealed)) throw new CannotOpen(`No grant opens ${placeOf(sealed.binding)}.`);
    return super.openBytes(sealed);
  }

  private mayOpen(sealed: Sealed): boolean {
    const { binding } = sealed;
    if (binding.patient === this.own || binding.patient === NO_RECORD) return true;
    return this.known.of(binding).opens?.includes(sealed) ?? false;
  }

  protected override keyOf(of: LabelOfRecord, version: number) {
    const key = super.keyOf(of, version);
    if (key) return key;
    const { patient, label } = of;
    const { cache } = this.sealing;
    if (patient === this.own) return cache.get(patient, nameOf({ label, version }));
    return this.known.of(of).opens && cache.fresh(patient, nameOf({ label, version }));
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
    const version = keyVersionOf(Sealed.blobOf(sealed));
    const key = version && this.mayOpen(sealed) ? this.keyOf(sealed.binding, version) : undefined;
    if (!version || !key) return false;
    this.hold(sealed.binding, version, key);
    return true;
  }

  private async ask(needs: readonly LabelOfRecord[]): Promise<void> {
    if (needs.length === 0) return;
    const rows = await this.forWhom.query<HandedRow>(handedKeys(needs));
    await this.accept(rows);
  }

  /** What no grant opens any more may be the own team's writing, or what was said to it while it had access. */
  private async askForKept(values: readonly Sealed[]): Promise<void> {
    const wanted = new Map<string, LabelOfRecord & { thing: string }>();
    for (const { binding, scope } of values) {
      if (scope === undefined) continue;
      const { patient, label } = binding;
      wanted.set(`${patient} ${label} ${scope}`, { patient, label, thing: scope });
    }
    const needs = [...wanted.values()];
    if (needs.length === 0) return;
    const rows = await this.forWhom.query<KeptRow>(keptKeys(needs));
    const kept = rows.filter(({ grants }) => grants !== null && this.rightOnes(grants).length > 0);
    for (const { patient_id, label, thing } of kept) {
      this.known.of({ patient: patient_id, label }).opens?.things.add(thing);
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
    const opens = new Opens();
    opens.all = patient_id === this.own || right.some(({ whole }) => whole);
    opens.summary = right.some(({ summary_labels }) => summary_labels?.includes(label));
    for (const { thread_id, entry_id } of right) {
      const thing = thread_id ?? entry_id;
      if (thing) opens.things.add(thing);
    }
    Object.assign(this.known.of({ patient: patient_id, label }), { opens, asked: true } satisfies Known);
    return opens.some;
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
