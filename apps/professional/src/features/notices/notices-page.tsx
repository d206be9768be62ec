import { BackLink, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { NoticesList } from '@heldwell/views';
import messages from './notices.messages.json';

/** What a member of staff was told of: every change of what they or their teams may see. */
export function NoticesPage({ back, team }: { back: string; team: string | undefined }) {
  const t = useT(messages);
  const records = team ? `/teams/${team}/patients` : '/shared';
  return (
    <Page title={t('notices.title')} before={<BackLink to="/">{back}</BackLink>}>
      <NoticesList
        deskTo={(office) => `/privacy/${office}/questions`}
        recordTo={(record) => `${records}/${record}`}
      />
    </Page>
  );
}
