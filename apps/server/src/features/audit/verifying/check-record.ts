import { BEFORE_ALL, hashOf } from '../sealing/chain.ts';
import { type Head, signedWords } from '../sealing/head.ts';
import { isSignedBy } from '../sealing/signing-key.ts';

/** One place of a chain as the database has it. */
export interface ChainRow {
  patient: string;
  position: number;
  entry: string;
  /** Hexadecimal. */
  hash: string;
  /** Null where the entry itself is gone. */
  content: string | null;
}

/** The first thing that is wrong with a record's log. */
export interface Fault {
  record: string;
  /** Null where no place is concerned. */
  position: number | null;
  entry: string | null;
  reason: string;
}

interface Evidence {
  /** Heads kept outside the database, by position. */
  kept: ReadonlyMap<number, Head>;
  /** The newest head in the database. */
  stored: Head | undefined;
  publicKey: Buffer;
}

/** Walks the chain of one record, place by place, and remembers the first fault. */
export class RecordCheck {
  readonly record: string;
  fault: Fault | undefined;
  private readonly evidence: Evidence;
  private before = BEFORE_ALL;
  private position = 0;

  constructor(record: string, evidence: Evidence) {
    this.record = record;
    this.evidence = evidence;
  }

  /** The next place. */
  take(row: ChainRow): void {
    const position = this.position + 1;
    const reason = this.fault ? undefined : this.problemWith(row, position);
    if (reason) this.fail(reason, position, row.position === position ? row.entry : null);
    this.position = position;
    this.before = row.hash;
  }

  /** After the last place: how far it should reach, and who says so. */
  finish(): Fault | undefined {
    if (!this.fault) this.checkHeads();
    return this.fault;
  }

  private problemWith(row: ChainRow, position: number): string | undefined {
    if (row.position !== position) return `is gone: the next is place ${row.position}`;
    if (row.content === null) return 'was deleted';
    if (hashOf(this.before, position, row.content) !== row.hash)
      return 'is not what was sealed: it was changed, moved or put there';
    const kept = this.evidence.kept.get(position);
    if (kept && kept.hash !== row.hash) return 'is not what the signed head outside the database says';
    return undefined;
  }

  private checkHeads(): void {
    const { kept, stored } = this.evidence;
    const farthest = [...kept.values()].reduce<Head | undefined>(
      (far, head) => (far && far.position >= head.position ? far : head),
      undefined,
    );
    if (farthest && farthest.position > this.position) {
      this.fail(
        `was cut off: a head outside the database, signed ${farthest.at}, reaches place ${farthest.position}`,
        this.position + 1,
      );
    } else if (!stored || stored.position !== this.position || stored.hash !== this.before) {
      this.fail('has no signed head in the database', this.position);
    } else if (!this.isSigned(stored) || (farthest && !this.isSigned(farthest))) {
      this.fail('has a head that the key of this installation did not sign', stored.position);
    }
  }

  private isSigned(head: Head): boolean {
    return isSignedBy(this.evidence.publicKey, signedWords(head), Buffer.from(head.signature, 'base64url'));
  }

  private fail(reason: string, position: number, entry: string | null = null): void {
    this.fault = { record: this.record, position, entry, reason };
  }
}
