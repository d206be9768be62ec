import { Tokenizer, TokenParser } from '@streamparser/json';
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
  const parser = newParser(paths);
  let empty = true;
  for await (const chunk of chunks) {
    if (empty) refuseOtherFormats(chunk);
    empty = empty && isBlank(chunk);
    yield* parser.write(chunk);
  }
  if (empty) throw new UnreadableSource('structure', 'The file is empty.');
  yield* parser.end();
}

function newParser(paths: string[]) {
  const tokenizer = new Tokenizer();
  const values = new TokenParser({ paths, keepStack: false });
  const picked: JsonPick[] = [];
  const at = { byte: 0, depth: 0 };
  let failure: string | null = null;
  const fail = (error: Error) => {
    failure ??= error.message;
  };
  tokenizer.onError = fail;
  values.onError = fail;
  tokenizer.onEnd = () => {};
  values.onValue = ({ value, key, stack }) => {
    const path = [...stack.slice(1).map((level) => level.key), key].filter((step) => step !== undefined);
    picked.push({ path, value });
  };
  tokenizer.onToken = (token) => {
    at.byte = token.offset;
    at.depth += nesting(token.value);
    if (at.depth > DEEPEST) fail(new Error(`nested deeper than ${DEEPEST} levels`));
    // The one key that assignment does not store: it would change what the object inherits.
    if (token.value === '__proto__') fail(new Error('forbidden key'));
    if (failure === null) values.write(token);
  };
  const drain = () => {
    if (failure !== null) throw new UnreadableSource('structure', brokenJson(failure, at.byte));
    return picked.splice(0);
  };
  return {
    write(chunk: Uint8Array): JsonPick[] {
      if (failure === null) tokenizer.write(chunk);
      return drain();
    },
    end(): JsonPick[] {
      if (!values.isEnded) {
        throw new UnreadableSource(
          'structure',
          `This JSON breaks off after byte ${at.byte}: the end is missing.`,
        );
      }
      return drain();
    },
  };
}

function nesting(value: unknown): number {
  if (value === '{' || value === '[') return 1;
  return value === '}' || value === ']' ? -1 : 0;
}

function brokenJson(message: string, lastToken: number): string {
  const exact = /absolute position "(\d+)"/.exec(message)?.[1];
  if (message.startsWith('nested deeper')) return `This JSON is ${message} (at byte ${lastToken}).`;
  if (message === 'forbidden key') return `This JSON has a "__proto__" key (at byte ${lastToken}).`;
  return `This is not valid JSON: it goes wrong at byte ${exact ?? lastToken}.`;
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
