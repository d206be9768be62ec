import { topicOf, useHeldwell, useRecordChanges, useScreenQuery } from '@heldwell/client';
import { useState } from 'react';
import { RecordShellQuery } from './record-documents.ts';

const shellTopics = ['entries', 'sharing', 'threads'] as const;

/** How a record stands: `absent` was never there for this viewer, `ended` was there and is not any more. */
export type RecordState = 'opening' | 'open' | 'absent' | 'ended';

/**
 * A record while its pages are open. A change makes every page ask again; when sharing changed, remembered answers are
 * forgotten first, so that nothing that was hidden comes back from memory. When access ends everything is forgotten
 * and nothing of the record is shown, unless the server, asked again, still gives it.
 */
export function useOpenRecord(id: string) {
  const { remembered, refresh } = useHeldwell();
  const query = useScreenQuery(RecordShellQuery, { id }, { on: shellTopics });
  const [wasThere, setWasThere] = useState(false);
  const [endedWith, setEndedWith] = useState<typeof query.data>();
  const record = query.data?.record;
  if (record && !wasThere) setWasThere(true);

  useRecordChanges(
    record ? id : null,
    (change) => {
      const topic = topicOf(change);
      if (topic === 'all') remembered.clear();
      refresh.send(topic);
    },
    (end) => {
      if (end === 'signedOut') return;
      remembered.clear();
      setEndedWith(query.data);
      refresh.send('all');
    },
  );
  // Closed until an answer newer than the end of the stream says otherwise; with no answer it stays closed.
  const closed = endedWith !== undefined && endedWith === query.data;
  const state: RecordState =
    query.data === undefined ? 'opening' : record && !closed ? 'open' : wasThere ? 'ended' : 'absent';
  return { query, record: state === 'open' ? record : null, state };
}
