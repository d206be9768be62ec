import { freshly, useHeldwell } from '@heldwell/client';
import { useCallback, useState } from 'react';
import { checkLog, type Finding, type Log, type Place } from '../../log-check/chain.ts';
import { pinHead, pinnedHead } from '../../log-check/pinned-head.ts';
import { uuidOfRecord } from '../../log-check/record-uuid.ts';
import { LogChainQuery } from './who-looked-query.ts';

/** Places in one answer; fewer mean the end. */
const AT_ONCE = 500;

/** How checking stands: not begun, under way with so many entries, found, or not possible for want of an answer. */
export type Checking =
  | { is: 'READY' }
  | { is: 'CHECKING'; entries: number }
  | { is: 'FOUND'; finding: Finding }
  | { is: 'NO_ANSWER' };

/** Asks for the whole log, page by page; undefined when an answer does not come. */
function useWholeLog(): (onPage: (entries: number) => void) => Promise<Log | undefined> {
  const heldwell = useHeldwell();
  return useCallback(
    async (onPage) => {
      const places: Place[] = [];
      for (;;) {
        const after = places.at(-1)?.position ?? 0;
        const answer = await freshly(heldwell, () =>
          heldwell.urql.query(LogChainQuery, { after }, { requestPolicy: 'network-only' }).toPromise(),
        );
        const record = answer.data?.viewer?.record;
        if (answer.error || !record?.accessLogChain) return undefined;
        places.push(...record.accessLogChain);
        onPage(places.length);
        if (record.accessLogChain.length < AT_ONCE)
          return { record: uuidOfRecord(record.id), head: record.accessLogHead, places };
      }
    },
    [heldwell],
  );
}

/** The log of the record on screen: to be checked here, or handed over whole. */
export function useCheckedLog(): {
  checking: Checking;
  check: () => Promise<void>;
  whole: () => Promise<Log | undefined>;
} {
  const wholeLog = useWholeLog();
  const [checking, setChecking] = useState<Checking>({ is: 'READY' });
  const check = useCallback(async () => {
    setChecking({ is: 'CHECKING', entries: 0 });
    const log = await wholeLog((entries) => setChecking({ is: 'CHECKING', entries }));
    if (!log) return setChecking({ is: 'NO_ANSWER' });
    const finding = await checkLog(log, pinnedHead(log.record));
    if (finding.is === 'WHOLE' && log.head) pinHead(log.record, log.head);
    return setChecking({ is: 'FOUND', finding });
  }, [wholeLog]);
  const whole = useCallback(() => wholeLog(() => undefined), [wholeLog]);
  return { checking, check, whole };
}
