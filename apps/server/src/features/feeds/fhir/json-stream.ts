import { Tokenizer, TokenParser } from '@streamparser/json';
import type { ParsedTokenInfo } from '@streamparser/json/utils/types/parsedTokenInfo.js';
import { UnreadableSource } from './fhir-problem.ts';

/** A value picked out of a JSON stream, with the names and positions that lead to it. */
export interface JsonPick {
  path: readonly (string | number)[];
  value: unknown;
}

/** FHIR nests a dozen levels; deeper input only serves to exhaust the stack of whatever walks it later. */
const DEEPEST = 100;

/**
 * Parses JSON as it arrives and yields the values at `paths` (`$.entry.*`), each dropped from memory once yielded.
 * Throws UnreadableSource with the byte at which the text stops being JSON.
 */
export async function* pickFromJson(
  chunks: AsyncIterable<Uint8Array>,
  paths: string[],
): AsyncGenerator<JsonPick> {
  const picker = new Picker(paths);
  let empty = true;
  for await (const chunk of chunks) {
    if (empty) refuseOtherFormats(chunk);
    empty = empty && isBlank(chunk);
    yield* picker.write(chunk);
  }
  if (empty) throw new UnreadableSource('structure', 'The file is empty.');
  picker.end();
}

/** The tokenizer and the assembler of values, joined so that a failure of either is known by its byte. */
class Picker {
  private readonly tokenizer = new Tokenizer();
  private readonly values: TokenParser;
  private picked: JsonPick[] = [];
  private lastToken = 0;
  private depth = 0;
  private failure: string | null = null;

  constructor(paths: string[]) {
    this.values = new TokenParser({ paths, keepStack: false });
    this.tokenizer.onError = (error) => this.fail(error.message);
    this.values.onError = (error) => this.fail(error.message);
    this.tokenizer.onEnd = () => {};
    this.tokenizer.onToken = (token) => this.take(token);
    this.values.onValue = ({ value, key, stack }) => {
      const path = [...stack.slice(1).map((level) => level.key), key].filter((step) => step !== undefined);
      this.picked.push({ path, value });
    };
  }

  /** The values completed by this chunk. */
  write(chunk: Uint8Array): JsonPick[] {
    this.tokenizer.write(chunk);
    if (this.failure !== null) throw new UnreadableSource('structure', this.failure);
    const picked = this.picked;
    this.picked = [];
    return picked;
  }

  end(): void {
    if (this.values.isEnded) return;
    const reason = `This JSON breaks off after byte ${this.lastToken}: the end is missing.`;
    throw new UnreadableSource('structure', reason);
  }

  private take(token: ParsedTokenInfo): void {
    if (this.failure !== null) return;
    this.lastToken = token.offset;
    this.depth += nesting(token.value);
    if (this.depth > DEEPEST)
      this.failure = `This JSON is nested deeper than ${DEEPEST} levels (${this.where()}).`;
    // The one key that assignment does not store: it would change what the object inherits.
    else if (token.value === '__proto__') this.failure = `This JSON has a "__proto__" key (${this.where()}).`;
    else this.values.write(token);
  }

  private fail(message: string): void {
    const exact = /absolute position "(\d+)"/.exec(message)?.[1];
    this.failure ??= `This is not valid JSON: it goes wrong at byte ${exact ?? this.lastToken}.`;
  }

  private where(): string {
    return `at byte ${this.lastToken}`;
  }
}

function nesting(value: unknown): number {
  if (value === '{' || value === '[') return 1;
  return value === '}' || value === ']' ? -1 : 0;
}

function refuseOtherFormats(chunk: Uint8Array): void {
  if ((chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0xfe && chunk[1] === 0xff)) {
    throw new UnreadableSource('structure', 'This is UTF-16. Send JSON as UTF-8.');
  }
  const opening = new TextDecoder().decode(chunk.subarray(0, 400)).trimStart();
  if (opening.startsWith('<')) throw new UnreadableSource('structure', 'This is XML. Send FHIR R4 as JSON.');
  if (/^(MSH|FHS|BHS)\|/.test(opening)) {
    throw new UnreadableSource('structure', 'This is an HL7 version 2 message. Send FHIR R4 as JSON.');
  }
}

function isBlank(chunk: Uint8Array): boolean {
  return new TextDecoder().decode(chunk).trim() === '';
}
