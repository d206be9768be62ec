import { useScreenQuery, type VariablesOf } from '@heldwell/client';
import { Details, Select } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useState } from 'react';
import messages from './who-looked.messages.json';
import { PartiesQuery, type WhoLookedQuery } from './who-looked-query.ts';

type Kind = NonNullable<VariablesOf<typeof WhoLookedQuery>['kinds']>[number];

/** What the list is narrowed to; null for no limit. */
export type LookFilters = { party: string | null; kind: Kind | null; from: string | null };
export const emptyFilters: LookFilters = { party: null, kind: null, from: null };

const kinds = ['OPENED', 'LISTED', 'LIVE', 'SHARED'] as const satisfies readonly Kind[];
const periods = { week: 7, month: 30, year: 365 } as const;
const periodNames = ['week', 'month', 'year'] as const;
const onSharing = ['sharing'] as const;

/** So many days before now, to the minute: asked again within it, the question is the same. */
function daysAgo(days: number): string {
  const minute = 60_000;
  return new Date(Math.floor(Date.now() / minute) * minute - days * 86_400_000).toISOString();
}

/** Narrows the list by who, when and what; each choice holds at once. */
export function LookFiltersForm({ onChange }: { onChange: (filters: LookFilters) => void }) {
  const t = useT(messages);
  const { data } = useScreenQuery(PartiesQuery, {}, { on: onSharing });
  const [filters, setFilters] = useState(emptyFilters);
  const [period, setPeriod] = useState('');
  const parties = data?.viewer?.record?.accessLogParties ?? [];
  const change = (changes: Partial<LookFilters>) => {
    const next = { ...filters, ...changes };
    setFilters(next);
    onChange(next);
  };
  return (
    <Details summary={t('who.filters')}>
      <Select
        id="party"
        label={t('who.party')}
        value={filters.party ?? ''}
        options={[
          { value: '', label: t('who.everybody') },
          ...parties.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={({ target }) => change({ party: target.value || null })}
      />
      <Select
        id="period"
        label={t('who.period')}
        value={period}
        options={[
          { value: '', label: t('who.any-time') },
          ...periodNames.map((name) => ({ value: name, label: t(`who.${name}`) })),
        ]}
        onChange={({ target }) => {
          const name = periodNames.find((one) => one === target.value);
          setPeriod(target.value);
          change({ from: name ? daysAgo(periods[name]) : null });
        }}
      />
      <Select
        id="kind"
        label={t('who.kind')}
        value={filters.kind ?? ''}
        options={[
          { value: '', label: t('who.everything') },
          ...kinds.map((kind) => ({ value: kind, label: t(`who.kind-${kind}`) })),
        ]}
        onChange={({ target }) => change({ kind: kinds.find((kind) => kind === target.value) ?? null })}
      />
    </Details>
  );
}
