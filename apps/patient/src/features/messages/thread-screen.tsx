import { useThreadMessages } from '@heldwell/client';
import { BackLink, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { ThreadView } from '@heldwell/views';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import { ToSignIn, useWatchedRecord } from '../../my-record/index.ts';
import messages from './messages.messages.json';

/** One discussion, live. */
export function ThreadScreen() {
  const { thread = '' } = useParams();
  return <Discussion key={thread} id={thread} />;
}

function Discussion({ id }: { id: string }) {
  const t = useT(messages);
  const discussion = useThreadMessages(id);
  const { record, watch } = useWatchedRecord();
  const recordId = discussion.thread?.record.id;
  // Opened by its address, the discussion is the first to say whose record the frame is around.
  useEffect(() => {
    if (recordId && record?.id !== recordId) watch({ id: recordId, unreadThreadCount: 0 });
  }, [recordId, record, watch]);
  if (discussion.problem?.kind === 'signedOut') return <ToSignIn />;
  return (
    <Page
      key={discussion.thread?.id ?? 'asking'}
      title={discussion.thread?.subject ?? t('messages.discussion')}
      section={t('messages.title')}
      before={<BackLink to="/messages">{t('messages.title')}</BackLink>}
    >
      <ThreadView discussion={discussion} helpTo="/help" />
    </Page>
  );
}
