import { useThreadMessages } from '@heldwell/client';
import { BackLink, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { ThreadView } from '@heldwell/views';
import messages from './messages.messages.json';

type ThreadPageProps = { thread: string; record: string; name: string; path: string };

/** One discussion, live. An address made of one person's record and another's discussion shows nothing. */
export function ThreadPage({ thread: id, record, name, path }: ThreadPageProps) {
  const t = useT(messages);
  const found = useThreadMessages(id);
  const elsewhere = found.thread && found.thread.record.id !== record;
  const discussion = elsewhere ? { ...found, thread: null, messages: [] } : found;
  return (
    <Page
      title={discussion.thread?.subject ?? t('messages.thread')}
      section={name}
      before={<BackLink to={`${path}/messages`}>{t('messages.back')}</BackLink>}
    >
      <ThreadView discussion={discussion} helpTo="/help" />
    </Page>
  );
}
