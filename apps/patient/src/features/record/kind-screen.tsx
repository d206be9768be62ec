import { BackLink, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { kindOfPath, useKindNames } from '@heldwell/views';
import { useParams } from 'react-router';
import { EntryPages } from './entry-pages.tsx';
import messages from './record.messages.json';

/** The entries of one kind, newest first. */
export function KindScreen() {
  const t = useT(messages);
  const kinds = useKindNames();
  const kind = kindOfPath(useParams().kind ?? '');
  const title = kind ? kinds.many(kind) : t('record.no-kind');
  return (
    <Page
      title={title}
      section={t('record.title')}
      before={<BackLink to="/record">{t('record.title')}</BackLink>}
    >
      {kind && <EntryPages kind={kind} />}
    </Page>
  );
}
