import { useScreenQuery } from '@heldwell/client';
import { BackLink, ButtonLink, EmptyState, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useParams } from 'react-router';
import { MyRecord } from '../../my-record/index.ts';
import { entryReceivers } from './entry-receivers.ts';
import messages from './share-entry.messages.json';
import { ShareEntryForm } from './share-entry-form.tsx';
import { type EntryToShare, type OwnRecord, ShareEntryQuery } from './share-entry-query.ts';
import sharing from './sharing.messages.json';

const onSharing = ['sharing'] as const;

function Form({ record, entry }: { record: OwnRecord; entry: EntryToShare }) {
  const t = useT(messages);
  const receivers = entryReceivers(record, entry);
  if (receivers.length > 0) {
    return <ShareEntryForm entry={entry} receivers={receivers} stopped={Boolean(record.sharing?.stopped)} />;
  }
  return (
    <EmptyState heading={t('share-one.nobody')}>
      <p>{t('share-one.nobody-why')}</p>
      <ButtonLink to="/sharing/carer" variant="secondary">
        {t('share-one.invite')}
      </ButtonLink>
    </EmptyState>
  );
}

/** Shares one entry, and nothing else, with a person, a team or an organisation. */
export function ShareEntryScreen() {
  const t = useT(messages);
  const sharingT = useT(sharing);
  const { entry: id = '' } = useParams();
  const answer = useScreenQuery(ShareEntryQuery, { entry: id }, { on: onSharing });
  const entry = answer.data?.entry;
  return (
    <Page
      title={t('share-one.title')}
      section={entry?.title ?? sharingT('sharing.title')}
      caption={entry?.title}
      before={<BackLink to={`/record/entry/${id}`}>{entry?.title ?? t('share-one.back')}</BackLink>}
    >
      <MyRecord answer={answer} what={sharingT('sharing.form-what')}>
        {(record) =>
          entry?.viewerMayRelabel ? (
            <Form record={record} entry={entry} />
          ) : (
            <EmptyState heading={t('share-one.gone')}>
              <p>{t('share-one.gone-why')}</p>
            </EmptyState>
          )
        }
      </MyRecord>
    </Page>
  );
}
