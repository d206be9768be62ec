import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { UnreadableSource } from './fhir-problem.ts';
import { pickFromJson } from './json-stream.ts';

/** Something a sender sent that can be read more than once: a file, or the body of a request. */
export interface FhirSource {
  /** Shown to people beside each problem: a file's name, or `request`. */
  name: string;
  /** Starts reading from the beginning, each time it is called. */
  open(): AsyncIterable<Uint8Array>;
}

/** What a source turned out to be, known from its first bytes in nearly every file. */
export interface SourceHead {
  shape: 'BUNDLE' | 'ARRAY' | 'RESOURCE';
  /** Bundle.type as sent (`transaction`, `searchset`, …); null for arrays and single resources. */
  bundleType: string | null;
}

/** One resource of a source, with what its bundle entry said about it. */
export interface SourceItem {
  index: number;
  /** `entry[4]` in a bundle, `[4]` in an array, empty for a single resource. */
  place: string;
  fullUrl: string | null;
  /** `POST`, `PUT`, `GET` … and its address, in transactions and batches. */
  request: { method: string; url: string } | null;
  /** Not yet checked to be a resource at all. */
  resource: unknown;
}

/** A file on this machine. */
export function sourceOfFile(path: string): FhirSource {
  return { name: basename(path), open: () => createReadStream(path) };
}

const TEXT_CHUNK = 65_536;

/** Text already in memory, read in pieces with a turn of the event loop between them: others are served meanwhile. */
export function sourceOfText(name: string, text: string): FhirSource {
  const bytes = new TextEncoder().encode(text);
  return {
    name,
    open: async function* () {
      for (let at = 0; at < bytes.length; at += TEXT_CHUNK) {
        yield bytes.subarray(at, at + TEXT_CHUNK);
        await nextTurn();
      }
    },
  };
}

/** Finds out what a source is, reading no further than it has to. Throws UnreadableSource. */
export async function headOf(source: FhirSource): Promise<SourceHead> {
  let resourceType: unknown;
  let bundleType: unknown;
  if (await isArray(source)) return { shape: 'ARRAY', bundleType: null };
  for await (const { path, value } of pickFromJson(source.open(), ['$.resourceType', '$.type'])) {
    if (path[0] === 'resourceType') resourceType = value;
    else bundleType = value;
    if (typeof resourceType === 'string' && (resourceType !== 'Bundle' || typeof bundleType === 'string'))
      break;
  }
  if (resourceType === undefined) {
    throw new UnreadableSource(
      'structure',
      'This is JSON but not FHIR: it has no resourceType.',
      'resourceType',
    );
  }
  if (resourceType !== 'Bundle') return { shape: 'RESOURCE', bundleType: null };
  if (typeof bundleType !== 'string') {
    throw new UnreadableSource('required', 'The bundle has no type.', 'Bundle.type');
  }
  return { shape: 'BUNDLE', bundleType };
}

/** The type a single resource says it is; undefined for what cannot be read or says none. */
export async function resourceTypeOf(source: FhirSource): Promise<string | undefined> {
  try {
    for await (const { value } of pickFromJson(source.open(), ['$.resourceType'])) {
      return typeof value === 'string' ? value : undefined;
    }
  } catch (error) {
    if (!(error instanceof UnreadableSource)) throw error;
  }
  return undefined;
}

async function isArray(source: FhirSource): Promise<boolean> {
  for await (const chunk of source.open()) {
    const text = new TextDecoder().decode(chunk).trimStart();
    if (text !== '') return text.startsWith('[');
  }
  return false;
}

/** The resources of a source one by one, in memory one chunk's worth at a time. Throws UnreadableSource. */
export async function* itemsOf(source: FhirSource, head: SourceHead): AsyncGenerator<SourceItem> {
  const paths = { BUNDLE: '$.entry.*', ARRAY: '$.*', RESOURCE: '$' }[head.shape];
  let index = 0;
  for await (const { value } of pickFromJson(source.open(), [paths])) {
    if (head.shape === 'BUNDLE') yield bundleItem(index, value);
    else
      yield {
        index,
        place: head.shape === 'ARRAY' ? `[${index}]` : '',
        fullUrl: null,
        request: null,
        resource: value,
      };
    index += 1;
  }
}

function bundleItem(index: number, value: unknown): SourceItem {
  const entry = asRecord(value);
  const request = asRecord(entry.request);
  const { method, url } = request;
  return {
    index,
    place: `entry[${index}]`,
    fullUrl: typeof entry.fullUrl === 'string' ? entry.fullUrl : null,
    request: typeof method === 'string' ? { method, url: typeof url === 'string' ? url : '' } : null,
    resource: entry.resource ?? null,
  };
}

/** Any JSON value as an object to look into: what is none has no properties. */
export function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
