import type { Annotation, Narrative } from 'fhir/r4.js';

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** A resource's XHTML narrative as plain lines: no mark-up survives. */
export function narrativeText(narrative: Narrative | undefined): string | undefined {
  const text = (narrative?.div ?? '')
    .replace(/<(br|\/p|\/div|\/li|\/tr|\/h\d)\b[^>]*>/gi, '\n')
    .replace(/<\/t[dh]>/gi, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(#\d+|#x[\da-f]+|\w+);/gi, (whole, name: string) => entity(name) ?? whole)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
  return text || undefined;
}

function entity(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name];
  const point =
    name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}

/** The notes of a resource, one a line. */
export function notesText(notes: readonly Annotation[] | undefined): string | undefined {
  return (
    notes
      ?.map(({ text }) => text.trim())
      .filter(Boolean)
      .join('\n') || undefined
  );
}
