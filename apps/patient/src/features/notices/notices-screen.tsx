import { graphql, useScreenQuery } from '@heldwell/client';
import { BackLink, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { NoticesList } from '@heldwell/views';
import { FrameRecord, MyRecord } from '../../my-record/index.ts';
import messages from './notices.messages.json';

const NoticesFrameQuery = graphql(`query NoticesFrame { viewer { record { ...FrameRecord } } }`, [
  FrameRecord,
]);

/** What the person was told of: every change of who may see their record. */
export function NoticesScreen() {
  const t = useT(messages);
  const answer = useScreenQuery(NoticesFrameQuery, {});
  return (
    <Page
      title={t('notices.title')}
      section={t('notices.back')}
      before={<BackLink to="/more">{t('notices.back')}</BackLink>}
    >
      <MyRecord answer={answer} what={t('notices.list')}>
        {() => (
          <NoticesList
            sharingTo="/sharing"
            requestTo={(request) => `/sharing/asked/${request}`}
            looksTo="/sharing/who-looked"
          />
        )}
      </MyRecord>
    </Page>
  );
}
