import { randomBytes } from 'node:crypto';
import type { SystemRuns } from '../as-system.ts';
import type { StoredKey } from './key-provider.ts';
import { CODES, KEY_LABELS, KeyRing } from './key-ring.ts';
import type { Sealing } from './sealing.ts';
import { type SystemKeyName, systemKey } from './system-key.ts';

interface KeyRow {
  patient_id: string;
  label: string;
  version: number;
  wrapped: Buffer;
  master_key_id: string;
}

/** The keys of work on nobody's behalf: feeds, invitations, sign-in, commands. */
export class SystemKeys extends KeyRing {
  private readonly runs: Pick<SystemRuns, 'query'>;
  private readonly loaded = new Set<string>();

  constructor(sealing: Sealing, runs: Pick<SystemRuns, 'query'>) {
    super(sealing);
    this.runs = runs;
  }

  /** Loads the keys of records, all in one statement; those it has are not asked for again. */
  async ofRecords(patients: readonly string[]): Promise<this> {
    const missing = [...new Set(patients)].filter((patient) => !this.loaded.has(patient));
    if (missing.length === 0) return this;
    const rows = await this.runs.query<KeyRow>({
      text: `select patient_id, label, version, wrapped, master_key_id from heldwell.record_key
        where patient_id = any ($1) and wrapped is not null order by version`,
      values: [missing],
    });
    await this.take(rows.map(storedOf));
    for (const patient of missing) this.loaded.add(patient);
    return this;
  }

  /** Makes the keys of a new record, and loads them. */
  async makeFor(patient: string): Promise<void> {
    const labels = [...KEY_LABELS, CODES];
    const wrapped = await this.sealing.provider.wrapMany(labels.map(() => randomBytes(32)));
    await this.runs.query({
      text: `insert into heldwell.record_key (patient_id, label, version, wrapped, master_key_id, created_at)
        select $1, n.label, 1, n.wrapped, n.master, heldwell.now()
        from unnest($2::text[], $3::bytea[], $4::text[]) n (label, wrapped, master)`,
      values: [
        patient,
        labels,
        wrapped.map((one) => one.wrapped),
        wrapped.map(({ masterKeyId }) => masterKeyId),
      ],
    });
    await this.ofRecords([patient]);
  }

  /** Loads the key of what belongs to no record, made the first time it is asked for. */
  async ofSystem(name: SystemKeyName): Promise<this> {
    if (this.loaded.has(name)) return this;
    await this.take(await systemKey(this.sealing, this.runs, name));
    this.loaded.add(name);
    return this;
  }
}

const storedOf = (row: KeyRow): StoredKey => ({
  patient: row.patient_id,
  label: row.label,
  version: row.version,
  wrapped: row.wrapped.toString('hex'),
  masterKeyId: row.master_key_id,
});
