import { useThreadMessages } from '@heldwell/client';
import { BackLink, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { ThreadView } from '@heldwell/views';
import { PatientStrip } from './patient-strip.tsx';
import messages from './thread.messages.json';

type ThreadPageProps = {
  thread: string;
  /** Where the reader came from. */
  back: { to: string; label: string };
  /** The section of the page's title. */
  section: string;
  /** Where a patient's record opens; left out where the patient's banner is on the page already. */
  recordTo?: (record: string) => string;
};

function ThreadScreen({ thread: id, back, section, recordTo }: ThreadPageProps) {
  const t = useT(messages);
  const discussion = useThreadMessages(id);
  const { thread } = discussion;
  return (
    <Page
      title={thread?.subject ?? t('thread.title')}
      section={section}
      before={
        <>
          <BackLink to={back.to}>{back.label}</BackLink>
          {thread && recordTo && (
            <PatientStrip patient={thread.record} recordTo={recordTo(thread.record.id)} />
          )}
        </>
      }
    >
      <ThreadView discussion={discussion} />
    </Page>
  );
}

/** One discussion, live, with the patient it is about. */
export function ThreadPage(props: ThreadPageProps) {
  return <ThreadScreen key={props.thread} {...props} />;
}
