import { ButtonLink, Card, EmptyState, InsetText, LinkList, Page, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { occurredIn } from '@heldwell/views';
import type { ReactNode } from 'react';
import messages from './today.messages.json';

/** What there is today; a part that is not shared is simply left out. */
export interface TodayParts {
  appointment?: { title: string | null; summary: string | null; when: Parameters<typeof occurredIn>[1] };
  messages?: { unread: number };
  hasPlan: boolean;
  hasRecord: boolean;
}

function NextAppointment({
  appointment,
  to,
}: {
  appointment: NonNullable<TodayParts['appointment']>;
  to: string;
}) {
  const t = useT(messages);
  const format = useFormat();
  const when = occurredIn(format, appointment.when);
  return (
    <Card
      heading={t('today.next')}
      to={to}
      description={[appointment.title, when].filter(Boolean).join(', ')}
      end={appointment.summary}
    />
  );
}

/** One person today: what comes next, what is new, and at most three other ways to go. */
export function TodayPage({
  name,
  path,
  parts,
  hasDied,
}: {
  name: string;
  path: string;
  parts: TodayParts;
  /** What they could see can still be read, and nothing else be done. */
  hasDied: boolean;
}) {
  const t = useT(messages);
  const format = useFormat();
  const { appointment, messages: discussions, hasPlan, hasRecord } = parts;
  const ways: { to: string; label: string; hint?: ReactNode }[] = [
    ...(hasRecord
      ? [{ to: `${path}/record`, label: t('today.record', { name }), hint: t('today.record-hint') }]
      : []),
    { to: `${path}/access`, label: t('today.access') },
  ];
  const nothing = !appointment && !discussions && !hasPlan && !hasRecord;
  return (
    <Page title={t('today.title')} section={name} caption={format.longDate(new Date())}>
      {hasDied && (
        <InsetText>
          <p>{t('today.died', { name })}</p>
          <p>{t('today.died-wrong')}</p>
        </InsetText>
      )}
      {nothing && (
        <EmptyState heading={t('today.nothing')}>
          <p>{t('today.nothing-text')}</p>
        </EmptyState>
      )}
      {appointment && <NextAppointment appointment={appointment} to={`${path}/diary`} />}
      {discussions && (
        <Card
          heading={t('today.messages')}
          to={`${path}/messages`}
          description={
            discussions.unread > 0
              ? t('today.new-messages', { count: discussions.unread })
              : t('today.no-new-messages')
          }
        />
      )}
      {hasPlan && <ButtonLink to={`${path}/plan`}>{t('today.plan', { name })}</ButtonLink>}
      <LinkList items={ways} />
    </Page>
  );
}
