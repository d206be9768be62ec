import { graphql, useScreenQuery } from '@heldwell/client';
import { Heading, Loading } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { lazy, Suspense } from 'react';
import { Answer } from '../answer/answer.tsx';
import messages from './entries.messages.json';

const TrendChart = lazy(async () => ({ default: (await import('@heldwell/ui/charts')).TrendChart }));

const EntryTrendQuery = graphql(`
  query EntryTrend($entry: ID!) {
    entry(id: $entry) {
      id
      record {
        id
        trend(entry: $entry) {
          title
          unit
          range { low high }
          lines { title points { entry at value } }
        }
      }
    }
  }
`);

const onEntries = ['entries', 'sharing'] as const;

/** How a value has changed: a graph for each of its lines, with the numbers in a table. The code is loaded with it. */
export function EntryTrend({ entry }: { entry: string }) {
  const t = useT(messages);
  const question = useScreenQuery(EntryTrendQuery, { entry }, { on: onEntries });
  return (
    <section className="hw-trend">
      <Heading level={2} className="nhsuk-heading-m">
        {t('entries.trend')}
      </Heading>
      <Answer to={question} what={t('entries.trend-what')}>
        {({ entry: found }) => (
          <Suspense fallback={<Loading what={t('entries.trend-loading')} />}>
            {found?.record.trend?.lines.map(({ title, points }) => (
              <TrendChart
                key={title}
                name={title}
                unit={found.record.trend?.unit}
                points={points.map((point) => ({
                  id: `${point.entry} ${point.at}`,
                  at: point.at,
                  value: point.value,
                }))}
                low={found.record.trend?.range?.low}
                high={found.record.trend?.range?.high}
              />
            ))}
          </Suspense>
        )}
      </Answer>
    </section>
  );
}
