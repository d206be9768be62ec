import { type ScreenQuery, topicOf, useHeldwell, useRecordChanges } from '@heldwell/client';
import { useState } from 'react';

/** How a record stands: `absent` was never there for this viewer, `ended` was there and is not any more. */
export type RecordState = 'opening' | 'open' | 'absent' | 'ended';

/**
 * A record while its pages are open; `query` is the question of the frame around them, `record` what it answered. A
 * change makes every page ask again. When sharing changed, remembered answers are forgotten first, so that nothing
 * that is now hidden comes back from memory. When access ends everything is forgotten and the record is closed,
 * unless the server, asked again, still gives it.
 */
export function useRecordState<Data>(
  id: string,
  query: ScreenQuery<Data>,
  record: { id: string } | null | undefined,
): RecordState {
  const { remembered, refresh } = useHeldwell();
  const [wasThere, setWasThere] = useState(false);
  const [endedWith, setEndedWith] = useState<Data>();
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
  // Closed until an answer newer than the end of the stream says otherwise; without one it stays closed.
  const closed = endedWith !== undefined && endedWith === query.data;
  if (query.data === undefined) return 'opening';
  if (record && !closed) return 'open';
  return wasThere ? 'ended' : 'absent';
}
