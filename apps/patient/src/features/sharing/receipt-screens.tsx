import { useScreenQuery } from '@heldwell/client';
import { BackLink, EmptyState, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { MyRecord } from '../../my-record/index.ts';
import { ReceiptsQuery, StopReceiptsQuery } from './history-query.ts';
import messages from './receipt.messages.json';
import { ReceiptView } from './receipt-view.tsx';
import sharing from './sharing.messages.json';

const never = [] as const;

function NoReceipt() {
  const t = useT(messages);
  return (
    <EmptyState heading={t('receipt.none')}>
      <p>{t('receipt.none-why')}</p>
    </EmptyState>
  );
}

type ReceiptPageProps = { title: string; children: ReactNode };

function ReceiptPage({ title, children }: ReceiptPageProps) {
  const sharingT = useT(sharing);
  return (
    <Page
      title={title}
      section={sharingT('sharing.title')}
      before={<BackLink to="/sharing/history">{sharingT('sharing.history')}</BackLink>}
    >
      {children}
    </Page>
  );
}

type Wanted = { grant: string; version: number; after?: string | null };

/** Looks for a receipt in one page of the history, and in the pages after it. */
function FoundReceipt({ grant, version, after = null }: Wanted) {
  const t = useT(messages);
  const answer = useScreenQuery(ReceiptsQuery, { after }, { on: never });
  return (
    <MyRecord answer={answer} what={t('receipt.what')}>
      {(record) => {
        const { nodes = [], pageInfo } = record.sharing?.history ?? {};
        const found = nodes.find((one) => one.grantId === grant && one.version === version);
        const thread = record.sharing?.grants.find(({ id }) => id === grant)?.thread;
        if (found) return <ReceiptView receipt={found.receipt} subject={thread?.subject} />;
        if (!pageInfo?.hasNextPage) return <NoReceipt />;
        return <FoundReceipt grant={grant} version={version} after={pageInfo.endCursor} />;
      }}
    </MyRecord>
  );
}

/** The receipt of one version of a grant. */
export function ReceiptScreen() {
  const t = useT(messages);
  const { grant = '', version = '' } = useParams();
  return (
    <ReceiptPage title={t('receipt.title')}>
      <FoundReceipt grant={grant} version={Number(version)} />
    </ReceiptPage>
  );
}

/** The receipt of a stop of all sharing, or of its end. */
export function StopReceiptScreen() {
  const t = useT(messages);
  const { at } = useParams();
  const answer = useScreenQuery(StopReceiptsQuery, {}, { on: never });
  return (
    <ReceiptPage title={t('receipt.title-stop')}>
      <MyRecord answer={answer} what={t('receipt.what')}>
        {(record) => {
          const stop = record.sharing?.stops.find(({ stoppedAt }) => stoppedAt === at);
          return stop ? <ReceiptView receipt={stop.receipt} /> : <NoReceipt />;
        }}
      </MyRecord>
    </ReceiptPage>
  );
}
