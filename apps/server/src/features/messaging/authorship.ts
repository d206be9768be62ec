import type { Viewer } from '../../platform/opened-session.ts';

/** How an author is named in what they write: kept with the message, one version for all. */
export const authorName = (viewer: Viewer): string => `${viewer.givenName} ${viewer.familyName}`;

const ROLES = { PATIENT: 'PATIENT', CARER: 'CARER', PROFESSIONAL: 'STAFF' } as const;

/** As what somebody writes. Partners write nothing: no command of theirs comes this far. */
export function authorRole({ app }: Viewer): 'PATIENT' | 'CARER' | 'STAFF' {
  if (app === 'PARTNER') throw new Error('A partner writes no messages.');
  return ROLES[app];
}

/** The beginning of a message, for lists: one line, cut at a word where there is one. */
export function previewOf(text: string, length = 120): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length);
  const space = cut.lastIndexOf(' ');
  return `${(space > length / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
