import { labelsAtFirst } from './reference-model.ts';
import { LABELS, VIEWERS, type Viewer } from './viewers.ts';

/** What one viewer was seen to get, by label. */
export interface Measured {
  name: boolean;
  identity: boolean;
  sharing: boolean;
  entries: Record<string, number>;
  threads: Record<string, number>;
}

const STATES: Record<string, string> = {
  NONE: 'never given',
  IN_FORCE: 'in force',
  EXPIRED: 'run out',
  FUTURE: 'not begun',
  ENDED: 'ended',
};

/** The question behind every row of the document. */
export const MEASURE = `query ($id: ID!) {
  record(id: $id) {
    givenName nhsNumber
    timeline(first: 100) { nodes { label } }
    threads(first: 100) { nodes { label } }
    sharing { grants { id } }
  }
}`;

/** Reads a row from an answer. */
export function measured(answer: string): Measured {
  const record = (JSON.parse(answer) as Answer).data?.record;
  const byLabel = (nodes: { label: string }[] = []) =>
    Object.fromEntries(LABELS.map((label) => [label, nodes.filter((node) => node.label === label).length]));
  return {
    name: Boolean(record?.givenName),
    identity: Boolean(record?.nhsNumber),
    sharing: Boolean(record?.sharing),
    entries: byLabel(record?.timeline?.nodes),
    threads: byLabel(record?.threads?.nodes),
  };
}

interface Answer {
  data?: {
    record?: {
      givenName?: string;
      nhsNumber?: string;
      timeline?: { nodes: { label: string }[] };
      threads?: { nodes: { label: string }[] };
      sharing?: object;
    } | null;
  } | null;
}

const HEAD = `# Who sees what

Measured, not written: a test plays every kind of viewer against a record that holds every kind of entry and discussions
under every label, and writes down what came back. It fails when this page and the product differ
(\`apps/server/test/access/matrix.test.ts\`; write it anew with \`npx vitest run test/access/matrix.test.ts -u\` in
\`apps/server\`). The rules are told in \`apps/server/src/access/\` and, beneath them, in
\`apps/server/src/database/policies\`.

- **Entries** are everything in a record: conditions, results, letters, plans, appointments …
- **Discussions** are messages with a team. A grant for one discussion opens that one and nothing else.
- **Identity** is NHS number, address, phone, e-mail and communication needs; it is GENERAL.
- UNLABELLED is what nobody has sorted yet: the patient sees it, and whoever holds all four labels.
- “Narrowed” says what the grant held before; the row shows what is left.
- **—** is nothing at all: not a name, a count or a sign that there is something.

| Who | The grant | Name | Identity | ${LABELS.join(' | ')} | Who may see it |
| --- | --- | --- | --- | ${LABELS.map(() => '---').join(' | ')} | --- |
`;

/** The document, from what was measured of each viewer. */
export function documentOf(found: ReadonlyMap<string, Measured>): string {
  return HEAD + VIEWERS.map((viewer) => `${rowOf(viewer, found.get(viewer.key) as Measured)}\n`).join('');
}

function rowOf(viewer: Viewer, row: Measured): string {
  const { holds } = viewer;
  const narrowed = holds && `narrowed, from ${labelsAtFirst(holds.scope, holds.state).join(', ')}`;
  const grant = holds && !viewer.shutOut ? (STATES[holds.state] ?? narrowed) : '';
  const cells = LABELS.map((label) => cellOf(row.entries[label] ?? 0, row.threads[label] ?? 0));
  const yes = (is: boolean) => (is ? 'yes' : '—');
  return `| ${[viewer.words, grant, yes(row.name), yes(row.identity), ...cells, yes(row.sharing)].join(' | ')} |`;
}

function cellOf(entries: number, threads: number): string {
  const parts = [
    entries > 0 ? 'entries' : '',
    threads > 1 || (threads > 0 && entries > 0) ? 'discussions' : '',
  ];
  if (threads === 1 && entries === 0) parts.push('one discussion');
  return parts.filter(Boolean).join(', ') || '—';
}
