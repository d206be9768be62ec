import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { identityOf } from './running-process.ts';

/**
 * Marks a folder as held by this process, and tells who holds it. A mark whose process is gone does not count,
 * so `kill -9` never blocks the next start. The mark is a file: it works on every disk Node can write to.
 */
export interface Hold {
  /** Gives the folder back; harmless when called twice. */
  release(): void;
}

/** The number of the living process that holds the mark, `undefined` when nobody does. */
export function holderOf(file: string): number | undefined {
  const mark = readMark(file);
  return mark && isAlive(mark) ? mark.pid : undefined;
}

/**
 * Takes the mark, or returns the number of the living process that has it.
 * Two processes that find the same dead mark cannot both take it: only one of them can rename it away.
 */
export function hold(file: string): Hold | number {
  const mine = JSON.stringify({ pid: process.pid, identity: identityOf(process.pid), id: randomUUID() });
  for (let attempt = 0; attempt < 10; attempt += 1) {
    if (writeNew(file, mine)) return { release: () => releaseMark(file, mine) };
    const mark = readMark(file);
    if (mark && isAlive(mark)) return mark.pid;
    if (mark) removeDead(file, mark.text);
  }
  throw new Error(`cannot take ${file}`);
}

interface Mark {
  pid: number;
  identity: string;
  text: string;
}

function readMark(file: string): Mark | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return { ...(JSON.parse(text) as { pid: number; identity: string }), text };
  } catch {
    return { pid: 0, identity: '', text };
  }
}

function isAlive(mark: Mark): boolean {
  return mark.pid > 0 && identityOf(mark.pid) === mark.identity;
}

function writeNew(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function removeDead(file: string, seen: string): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  // Between reading and renaming a quicker start may have put its own mark there: give that one back.
  if (readFileSync(aside, 'utf8') !== seen) renameSync(aside, file);
  else rmSync(aside);
}

function releaseMark(file: string, mine: string): void {
  if (readMark(file)?.text === mine) rmSync(file, { force: true });
}
