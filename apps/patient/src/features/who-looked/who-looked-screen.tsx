import { BackLink, EmptyState, LinkList, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { MoreRows, usePages } from '@heldwell/views';
import { useState } from 'react';
import { MyRecord } from '../../my-record/index.ts';
import { emptyFilters, type LookFilters, LookFiltersForm } from './look-filters.tsx';
import { LookItem } from './look-item.tsx';
import messages from './who-looked.messages.json';
import { WhoLookedQuery } from './who-looked-query.ts';

const onSharing = ['sharing'] as const;

function Looks({ filters }: { filters: LookFilters }) {
  const t = useT(messages);
  const pages = usePages({
    query: WhoLookedQuery,
    variables: { party: filters.party, kinds: filters.kind && [filters.kind], from: filters.from },
    pick: (data) => data.viewer?.record?.accessLog,
    on: onSharing,
  });
  const narrowed = Boolean(filters.party || filters.kind || filters.from);
  return (
    <MyRecord answer={pages.query} what={t('who.list')}>
      {() =>
        pages.rows.length === 0 ? (
          <EmptyState heading={t(narrowed ? 'who.none-found' : 'who.none')}>
            <p>{t(narrowed ? 'who.none-found-what' : 'who.none-what')}</p>
          </EmptyState>
        ) : (
          <>
            <ol className="hw-link-list">
              {pages.rows.map((look) => (
                <LookItem key={look.id} look={look} />
              ))}
            </ol>
            <MoreRows pages={pages} what={t('who.list')} />
          </>
        )
      }
    </MyRecord>
  );
}

/** Every look at the record by somebody else and every change of sharing, newest first, in plain words. */
export function WhoLookedScreen() {
  const t = useT(messages);
  const [filters, setFilters] = useState(emptyFilters);
  const check = { to: '/sharing/who-looked/check', label: t('who.check'), hint: t('who.check-what') };
  return (
    <Page title={t('who.title')} before={<BackLink to="/sharing">{t('who.back')}</BackLink>}>
      <p>{t('who.intro')}</p>
      <LinkList items={[check]} label={t('who.more')} />
      <LookFiltersForm onChange={setFilters} />
      <Looks filters={filters} />
    </Page>
  );
}
