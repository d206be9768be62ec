import type { Log } from './chain.ts';

const format = 'heldwell-log-file-1';

/** The text of a downloaded log. */
export const logFile = (log: Log, savedAt: Date): string =>
  `${JSON.stringify({ format, savedAt: savedAt.toISOString(), ...log }, null, 1)}\n`;

/** Reads a downloaded log; undefined for a file that is none. */
export function readLogFile(text: string): Log | undefined {
  try {
    const file = JSON.parse(text) as Partial<Log> & { format?: unknown };
    const fits = file.format === format && typeof file.record === 'string' && Array.isArray(file.places);
    return fits
      ? { record: file.record ?? '', head: file.head ?? null, places: file.places ?? [] }
      : undefined;
  } catch {
    return undefined;
  }
}

/** What a person reads of one place. */
export type ReadEntry = {
  position: number;
  at: string;
  person: string;
  team: string | null;
  action: string;
  what: string[];
  about: string | null;
};

/** Reads the words of a place, in the order that its first item names. */
export function readContent(position: number, content: string): ReadEntry {
  const words = JSON.parse(content) as (string | null)[];
  const [, , , at, , person, , , , team, , , action, , what, , about] = words;
  return {
    position,
    at: at ?? '',
    person: person ?? '',
    team: team ?? null,
    action: action ?? '',
    what: (what ?? '').split(' '),
    about: about ?? null,
  };
}
