import { JoinOfferQuery, useScreenQuery } from '@heldwell/client';
import { LinkList, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useSearchParams } from 'react-router';
import messages from './doors.messages.json';

const never = [] as const;

/** Registered: what that is, and the next things to do. */
export function RegisterDoneScreen() {
  const t = useT(messages);
  const [params] = useSearchParams();
  const join = params.get('join') ?? '';
  const team = useScreenQuery(JoinOfferQuery, { code: join }, { on: never }).data?.joinOffer?.teamName;
  const first = team
    ? [
        {
          to: `/join/${encodeURIComponent(join)}`,
          label: t('doors.done-join', { team }),
          hint: t('doors.done-join-what'),
        },
      ]
    : [];
  const next = [
    ...first,
    { to: '/more/identity', label: t('doors.done-identity'), hint: t('doors.done-identity-what') },
    { to: '/messages/new', label: t('doors.done-write'), hint: t('doors.done-write-what') },
    { to: '/', label: t('doors.done-home'), hint: t('doors.done-home-what') },
  ];
  return (
    <Page title={t('doors.done')} panel={t('doors.done-what')}>
      <h2 className="nhsuk-heading-m">{t('doors.done-next')}</h2>
      <LinkList items={next.slice(0, 3)} label={t('doors.done-next')} />
    </Page>
  );
}
