import { useCommand, useScreenQuery } from '@heldwell/client';
import {
  BackLink,
  Bidi,
  BirthDate,
  Button,
  Card,
  EmptyState,
  NhsNumber,
  Page,
  SummaryList,
  useFormat,
} from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer } from '@heldwell/views';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { type Done, DoneBanner } from '../../done-banner/done-banner.tsx';
import messages from './front-desk.messages.json';
import { SetRegistrationAside, type Waiting, WaitingQuery } from './front-desk-documents.ts';
import type { Entered } from './register-flow.tsx';

/** What was entered, as the questions begin with it again. */
function mendOf({ id, givenName, familyName, birthDate, nhsNumber }: Waiting): Partial<Entered> {
  const [year = '', month = '', day = ''] = (birthDate ?? '').split('-');
  return {
    ...{ givenName: givenName ?? '', familyName: familyName ?? '', birthDate: { day, month, year } },
    ...{ nhsNumber: nhsNumber ?? '', knowsNumber: nhsNumber ? 'yes' : 'no', instead: id },
  };
}

function WaitingOne({ one, path }: { one: Waiting; path: string }) {
  const t = useT(messages);
  const format = useFormat();
  const navigate = useNavigate();
  const { run, running } = useCommand(SetRegistrationAside);
  const [refused, setRefused] = useState('');
  const name = format.name({ given: one.givenName ?? '', family: one.familyName ?? '', title: null });
  const remove = async () => {
    const { data } = await run({ registration: one.id });
    if (!data?.done) return setRefused(t('wait.refused'));
    return navigate('.', { replace: true, state: { done: t('wait.done') } satisfies Done });
  };
  const hidden = <span className="nhsuk-u-visually-hidden">{` ${t('wait.of', { name })}`}</span>;
  return (
    <Card heading={name} headingLevel={2}>
      <SummaryList
        rows={[
          { key: t('wait.born'), value: <BirthDate date={one.birthDate} diedAt={null} /> },
          {
            key: t('wait.nhs'),
            value: one.nhsNumber ? <NhsNumber digits={one.nhsNumber} /> : t('reg.not-known'),
          },
          { key: t('wait.why'), value: one.reason ?? '' },
          {
            key: t('wait.by'),
            value: (
              <Bidi>{t('wait.by-on', { name: one.registeredBy, date: format.date(one.registeredAt) })}</Bidi>
            ),
          },
        ]}
      />
      <p role="status">{refused}</p>
      <div className="nhsuk-button-group">
        <Button
          type="button"
          onClick={() => void navigate(`${path}/register`, { state: { mend: mendOf(one) } })}
        >
          {t('wait.mend')}
          {hidden}
        </Button>
        <Button type="button" variant="secondary" busy={running} onClick={() => void remove()}>
          {t('wait.aside')}
          {hidden}
        </Button>
      </div>
    </Card>
  );
}

/** Registrations of the team that wait for a person to decide. */
export function WaitingPage({ team }: { team: { id: string; name: string } }) {
  const t = useT(messages);
  const query = useScreenQuery(WaitingQuery, { team: team.id });
  const path = `/teams/${team.id}/patients`;
  return (
    <Page
      title={t('wait.title')}
      section={team.name}
      caption={team.name}
      before={
        <>
          <BackLink to={path}>{t('front.back-to-patients')}</BackLink>
          <DoneBanner />
        </>
      }
    >
      <Answer to={query} what={t('wait.what')}>
        {({ registrationsWaiting: all }) =>
          all.length === 0 ? (
            <EmptyState heading={t('wait.none')}>
              <p>{t('wait.none-text')}</p>
            </EmptyState>
          ) : (
            <>
              <p>{t('wait.intro')}</p>
              {all.map((one) => (
                <WaitingOne key={one.id} one={one} path={path} />
              ))}
            </>
          )
        }
      </Answer>
    </Page>
  );
}
