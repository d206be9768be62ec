import { useScreenQuery } from '@heldwell/client';
import { ButtonLink, Card, EmptyState, Heading, Page, SummaryList, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer, LabelList } from '@heldwell/views';
import messages from './court-orders.messages.json';
import desk from './desk.messages.json';
import { type DeskCourtOrder, DeskCourtOrdersQuery } from './desk-documents.ts';
import { DoneBanner, useDeskPlace } from './desk-layout.tsx';

const words = { ...desk, ...messages };
const never = [] as const;

/** What an order gives, to whom, and until when. */
export function CourtOrderFacts({ order }: { order: DeskCourtOrder }) {
  const t = useT(words);
  const format = useFormat();
  const { grantee, labels, validUntil, givenBy } = order;
  return (
    <SummaryList
      rows={[
        { key: t('court.team'), value: grantee },
        { key: t('court.labels'), value: <LabelList labels={labels} /> },
        { key: t('court.until'), value: validUntil ? format.date(validUntil) : t('court.no-end') },
        { key: t('court.given-by'), value: givenBy },
      ]}
    />
  );
}

/** Court orders in force, and the way to carry one out. */
export function CourtOrdersPage() {
  const t = useT(words);
  const { office, path } = useDeskPlace();
  const query = useScreenQuery(DeskCourtOrdersQuery, { office: office.id }, { on: never });
  return (
    <>
      <DoneBanner />
      <Page title={t('desk.court-orders')} section={t('desk.title')} caption={office.name}>
        <p>{t('court.intro')}</p>
        <ButtonLink to={`${path}/court-orders/new`}>{t('court.new')}</ButtonLink>
        <Heading level={2}>{t('court.list')}</Heading>
        <Answer to={query} what={t('court.what')}>
          {({ privacyDesk }) =>
            privacyDesk?.courtOrders.length ? (
              privacyDesk.courtOrders.map((order) => (
                <Card
                  key={order.id}
                  heading={t('court.of', { reference: order.reference, patient: order.patient })}
                  headingLevel={3}
                >
                  <CourtOrderFacts order={order} />
                  <ButtonLink to={`${path}/court-orders/${order.id}/end`} variant="secondary" small>
                    {t('court.end')}
                    <span className="nhsuk-u-visually-hidden">{` ${order.reference}`}</span>
                  </ButtonLink>
                </Card>
              ))
            ) : (
              <EmptyState heading={t('court.none')}>
                <p>{t('court.none-text')}</p>
              </EmptyState>
            )
          }
        </Answer>
      </Page>
    </>
  );
}
