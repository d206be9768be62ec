import type { KeyRing } from '../../platform/sealing/key-ring.ts';
import { Sealed } from '../../platform/sealing/sealed.ts';
import type { Binding } from '../../platform/sealing/sealed-blob.ts';

/** What lists show of an entry; sealed as one. */
export interface Headline {
  title: string;
  summary?: string | null;
  code?: { system?: string; code?: string; display?: string } | null;
  /** Who wrote or performed it, as the source names them. */
  author?: string | null;
}

/** What a trend needs of an entry: its number, the range it was judged by, its parts. */
export type Measured = [number: number | null, range: unknown, components: unknown];

/** What a version keeps beyond its headline. */
export interface VersionContent {
  detail: unknown;
  /** The resource it came from, untouched. */
  resource: unknown;
  /** Why a person changed something here. */
  reason?: string | null;
}

/** One version of an entry under its label. */
export interface EntryPlace {
  patient: string;
  id: string;
  version: number;
  label: string;
}

/** The blobs of an entry's row. */
export interface EntryBlobs {
  headline: Buffer;
  detail: Buffer;
  measured: Buffer | null;
}

export interface EntrySaid {
  headline: Headline;
  detail: unknown;
  measured: Measured | null;
}

/** A blob of an entry, or of one of its versions. */
function bindingOf(place: string, { patient, id, version, label }: EntryPlace): Binding {
  return { place, row: `${id}.${version}`, patient, label };
}

/** Seals what an entry says now. */
export function sealEntry(keys: KeyRing, place: EntryPlace, said: EntrySaid): EntryBlobs {
  const seal = (column: string, value: unknown) => keys.seal(bindingOf(`entry.${column}`, place), value);
  return {
    headline: seal('headline', said.headline),
    detail: seal('detail', said.detail),
    measured: said.measured && seal('measured', said.measured),
  };
}

export function openEntry(keys: KeyRing, place: EntryPlace, blobs: EntryBlobs): EntrySaid {
  const open = <T>(column: string, blob: Buffer) =>
    keys.open<T>(new Sealed(blob, bindingOf(`entry.${column}`, place), place.id));
  return {
    headline: open<Headline>('headline', blobs.headline),
    detail: open<unknown>('detail', blobs.detail),
    measured: blobs.measured && open<Measured>('measured', blobs.measured),
  };
}

/** Seals what a version keeps for ever, under the label it had. */
export function sealVersion(
  keys: KeyRing,
  place: EntryPlace,
  said: { headline: Headline; content: VersionContent },
): { headline: Buffer; content: Buffer } {
  return {
    headline: keys.seal(bindingOf('entry_version.headline', place), said.headline),
    content: keys.seal(bindingOf('entry_version.content', place), said.content),
  };
}

export const openContent = (keys: KeyRing, place: EntryPlace, blob: Buffer): VersionContent =>
  keys.open(new Sealed(blob, bindingOf('entry_version.content', place), place.id));
