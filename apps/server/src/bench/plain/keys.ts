import type pg from 'pg';
import { KeyRing } from '../../platform/sealing/key-ring.ts';
import { Sealed } from '../../platform/sealing/sealed.ts';
import type { Binding } from '../../platform/sealing/sealed-blob.ts';

/** A value as a statement brought it. */
export interface Stored extends Binding {
  blob: Buffer;
}

/** The keys of the plain handler, unwrapped once and kept: consent was judged by the statement that brought the values. */
export class PlainKeys extends KeyRing {
  private readonly known = new Set<string>();

  /** Loads the keys of these labels; those it has are not asked for again. */
  async need(client: pg.PoolClient, labels: readonly { patient: string; label: string }[]): Promise<void> {
    const missing = labels.filter(({ patient, label }) => !this.known.has(`${patient} ${label}`));
    if (missing.length === 0) return;
    const { rows } = await client.query<{
      patient: string;
      label: string;
      version: number;
      wrapped: string;
      masterKeyId: string;
    }>({
      name: 'keys',
      text: `select k.patient_id as patient, k.label, k.version, encode(k.wrapped, 'hex') as wrapped, k.master_key_id as "masterKeyId"
        from unnest($1::uuid[], $2::text[]) n (patient_id, label)
        join heldwell.record_key k on k.patient_id = n.patient_id and k.label = n.label order by k.version`,
      values: [missing.map(({ patient }) => patient), missing.map(({ label }) => label)],
    });
    await this.take(rows);
    for (const { patient, label } of missing) this.known.add(`${patient} ${label}`);
  }

  /** What a value says. */
  said<T>({ blob, ...binding }: Stored): T {
    return this.open<T>(new Sealed(blob, binding));
  }
}
