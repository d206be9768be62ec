import { type OperationProblem, useCommand } from '@heldwell/client';
import { useRef, useState } from 'react';
import { type Bulk, type BulkRow, InviteMany, type Letter, type Letterhead } from './front-desk-documents.ts';

/** How far a list has come. */
export type BulkState =
  | { at: 'CHOOSING'; refused?: Bulk | 'NOT_YOURS' | OperationProblem }
  | { at: 'CHECKED'; text: string; report: Bulk }
  | {
      at: 'WORKING' | 'STOPPED' | 'DONE';
      total: number;
      rows: BulkRow[];
      letters: Letter[];
      head: Letterhead | null;
    };

/** What was done of a list so far. */
type Held = { total: number; rows: BulkRow[]; letters: Letter[]; head: Letterhead | null };

const withPart = (held: Held, part: Bulk): Held => ({
  total: part.total,
  rows: [...held.rows, ...part.rows],
  letters: [...held.letters, ...part.letters],
  head: part.letterhead ?? held.head,
});

/** What a list that was looked at comes to, before anything is done. */
function lookedAt(text: string, report: Bulk | null): BulkState {
  if (!report) return { at: 'CHOOSING', refused: 'NOT_YOURS' };
  return report.problem ? { at: 'CHOOSING', refused: report } : { at: 'CHECKED', text, report };
}

/** Sends a list: first to hear what would happen, then part by part until all of it is done. */
export function useBulk(team: string) {
  const { run, running } = useCommand(InviteMany, { mergedByScreen: true });
  const [state, setState] = useState<BulkState>({ at: 'CHOOSING' });
  // Chosen once for a list: whatever is sent again is done once.
  const sent = useRef<{ id: string; text: string; next: number | null }>({ id: '', text: '', next: null });

  const check = async (text: string) => {
    const id = crypto.randomUUID();
    const { data, problem } = await run({ input: { id, team, text, dryRun: true, documentsChecked: false } });
    sent.current = { id, text, next: null };
    setState(problem ? { at: 'CHOOSING', refused: problem } : lookedAt(text, data.done));
  };

  const goOn = async (from: Held) => {
    let held = from;
    setState({ at: 'WORKING', ...held });
    for (;;) {
      const { id, text, next: after } = sent.current;
      const { data } = await run({ input: { id, team, text, dryRun: false, documentsChecked: true, after } });
      const part = data?.done;
      if (!part || part.problem) return setState({ at: 'STOPPED', ...held });
      held = withPart(held, part);
      sent.current.next = part.next;
      if (part.next === null) return setState({ at: 'DONE', ...held });
      setState({ at: 'WORKING', ...held });
    }
  };

  const begin = (total: number) => goOn({ total, rows: [], letters: [], head: null });
  return { state, running, check, begin, goOn, again: () => setState({ at: 'CHOOSING' }) };
}
