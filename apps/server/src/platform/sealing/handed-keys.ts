import type { SqlStatement } from '../sql-statement.ts';
import type { LabelOfRecord } from './by-label.ts';
import type { SignedGrant } from './grant-mac.ts';

/** What `heldwell.hand_keys` says of one label. */
export interface HandedRow {
  patient_id: string;
  label: string;
  keys: [version: number, wrapped: string, master: string][] | null;
  /** As text: what was judged once need not be read again. */
  grants: string | null;
}

/** A grant in force of the viewer's that speaks for this label, as its row says. */
export interface HandedGrant extends SignedGrant {
  mac: string | null;
  /** Whether it is for all of the record that carries the label; else it is for one thing alone, or a summary. */
  whole?: boolean;
  /** Its row as `Brought` has it. */
  signed?: string;
  /** The last version that was signed, where this one is narrower by itself. */
  narrowed?: (SignedGrant & { mac: string }) | null;
}

/** What `heldwell.hand_kept_keys` says of one thing: the grants are those the team once had. */
export interface KeptRow extends HandedRow {
  thing: string;
}

/** Asks for the keys of these labels that the viewer's grants open. */
export const handedKeys = (needs: readonly LabelOfRecord[]): SqlStatement => ({
  name: 'handed_keys',
  text: 'select * from heldwell.hand_keys($1::uuid[], $2::text[])',
  values: [needs.map(({ patient }) => patient), needs.map(({ label }) => label)],
});

/** Asks for those of single things that stay with whoever wrote them, or had them said to them. */
export const keptKeys = (needs: readonly (LabelOfRecord & { thing: string })[]): SqlStatement => ({
  name: 'kept_keys',
  text: 'select * from heldwell.hand_kept_keys($1::uuid[], $2::text[], $3::uuid[])',
  values: [
    needs.map(({ patient }) => patient),
    needs.map(({ label }) => label),
    needs.map(({ thing }) => thing),
  ],
});
