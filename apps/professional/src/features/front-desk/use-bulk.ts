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

/** Sends a list: first to hear what would happen, then part by part until all of it is done. */
export function useBulk(team: string) {
  const { run, running } = useCommand(InviteMany, { mergedByScreen: true });
  const [state, setState] = useState<BulkState>({ at: 'CHOOSING' });
  // Chosen once for a list: whatever is sent again is done once.
  const sent = useRef<{ id: string; text: string; next: number | null }>({ id: '', text: '', next: null });

  const check = async (text: string) => {
    const id = crypto.randomUUID();
    const input = { id, team, text, dryRun: true, documentsChecked: false };
    const { data, problem } = await run({ input });
    if (problem) return setState({ at: 'CHOOSING', refused: problem });
    const report = data.done;
    if (!report) return setState({ at: 'CHOOSING', refused: 'NOT_YOURS' });
    if (report.problem) return setState({ at: 'CHOOSING', refused: report });
    sent.current = { id, text, next: null };
    return setState({ at: 'CHECKED', text, report });
  };

  const goOn = async (from: {
    total: number;
    rows: BulkRow[];
    letters: Letter[];
    head: Letterhead | null;
  }) => {
    let held = from;
    setState({ at: 'WORKING', ...held });
    for (;;) {
      const { id, text, next: after } = sent.current;
      const input = { id, team, text, dryRun: false, documentsChecked: true, after };
      const { data } = await run({ input });
      const part = data?.done;
      if (!part || part.problem) return setState({ at: 'STOPPED', ...held });
      held = {
        total: part.total,
        rows: [...held.rows, ...part.rows],
        letters: [...held.letters, ...part.letters],
        head: part.letterhead ?? held.head,
      };
      sent.current.next = part.next;
      if (part.next === null) return setState({ at: 'DONE', ...held });
      setState({ at: 'WORKING', ...held });
    }
  };

  const begin = (total: number) => goOn({ total, rows: [], letters: [], head: null });
  return { state, running, check, begin, goOn, again: () => setState({ at: 'CHOOSING' }) };
}
