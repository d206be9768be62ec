import { createHmac, timingSafeEqual } from 'node:crypto';

/** What of a grant's version its MAC covers: all that says who may do what with which part until when. */
export interface SignedGrant {
  patient_id: string;
  id: string;
  version: number;
  grantee_kind: string;
  grantee_id: string;
  labels: readonly string[];
  rights: readonly string[];
  thread_id: string | null;
  /** The one entry it is for. */
  entry_id?: string | null;
  /** Of an emergency: the labels whose summary it opens. */
  summary_labels?: readonly string[];
  basis: string;
  valid_from: Date | string;
  valid_until: Date | string | null;
  ended: boolean;
}

/** Computes and checks the MAC of grant rows under a key outside the database. A row written by SQL alone has none. */
export class GrantMac {
  private readonly key: string;

  constructor(key: string) {
    this.key = key;
  }

  of(grant: SignedGrant): Buffer {
    return createHmac('sha256', this.key).update(textOf(grant)).digest();
  }

  /** Whether this is the MAC of this row, in hexadecimal. */
  fits(grant: SignedGrant, mac: string | null): boolean {
    if (mac?.length !== 64) return false;
    return timingSafeEqual(this.of(grant), Buffer.from(mac, 'hex'));
  }
}

/** Whether a version gives nothing that an earlier version of the same grant did not: less, or the same for less long. */
export function givesNoMore(later: SignedGrant, earlier: SignedGrant): boolean {
  const same = (key: keyof SignedGrant) => (later[key] ?? null) === (earlier[key] ?? null);
  const ends = (grant: SignedGrant) => Number(moment(grant.valid_until) || Number.POSITIVE_INFINITY);
  return (
    (['patient_id', 'id', 'grantee_kind', 'grantee_id', 'thread_id', 'entry_id', 'basis'] as const).every(
      same,
    ) &&
    moment(later.valid_from) === moment(earlier.valid_from) &&
    (later.ended || !earlier.ended) &&
    ends(later) <= ends(earlier) &&
    isPartOf(later.labels, earlier.labels) &&
    isPartOf(later.rights, earlier.rights) &&
    isPartOf(later.summary_labels ?? [], earlier.summary_labels ?? [])
  );
}

const isPartOf = (some: readonly string[], all: readonly string[]): boolean =>
  some.every((word) => all.includes(word));

/** Times to the millisecond: that is what JavaScript keeps of them. */
const moment = (time: Date | string | null): string =>
  time === null ? '' : String(typeof time === 'string' ? Date.parse(time) : time.getTime());

const listed = (words: readonly string[]): string => [...words].sort().join();

const textOf = (grant: SignedGrant): string =>
  [
    ...[grant.patient_id, grant.id, grant.version, grant.grantee_kind, grant.grantee_id],
    ...[listed(grant.labels), listed(grant.rights), grant.thread_id ?? ''],
    ...[grant.entry_id ?? '', listed(grant.summary_labels ?? [])],
    ...[grant.basis, moment(grant.valid_from), moment(grant.valid_until), grant.ended],
  ].join('\n');
