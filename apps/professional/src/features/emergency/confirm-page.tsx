import { BackLink, BirthDate, Button, ErrorSummary, NhsNumber, Page, SummaryList } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useCheckedForm } from '@heldwell/views';
import { useNavigate } from 'react-router';
import { type PersonValues, readPerson } from '../../person-match/person-match.ts';
import messages from './emergency.messages.json';
import { BackToFirstQuestion, type EmergencyWhy, useEmergencyPlace } from './emergency-flow.tsx';
import { useBreakGlass } from './use-break-glass.ts';
import { WhatHappens } from './what-happens.tsx';

type Said = { person: PersonValues; why: EmergencyWhy };

function Answers({ person, why }: Said) {
  const t = useT(messages);
  const { path, team } = useEmergencyPlace();
  const { nhsNumber, birthDate, familyName } = readPerson(person);
  const change = (hidden: string, to: string) => [{ label: t('emergency.change'), hidden, to }];
  return (
    <SummaryList
      rows={[
        {
          key: t('emergency.nhs-no'),
          value: <NhsNumber digits={nhsNumber} />,
          actions: change(t('emergency.change-who'), path),
        },
        { key: t('emergency.born-key'), value: <BirthDate date={birthDate} /> },
        { key: t('emergency.last-name'), value: familyName },
        {
          key: t('emergency.reason'),
          value: (
            <>
              <p>{t(`emergency.reason-${why.reason}`)}</p>
              <p className="hw-plain-text">{why.words}</p>
            </>
          ),
          actions: change(t('emergency.change-why'), `${path}/why`),
        },
        { key: t('emergency.for-team'), value: team.name },
      ]}
    />
  );
}

function ConfirmForm({ person, why }: Said) {
  const t = useT(messages);
  const navigate = useNavigate();
  const { path, patients, team } = useEmergencyPlace();
  const breakGlass = useBreakGlass(team.id);
  const form = useCheckedForm({
    initial: {},
    check: () => ({}),
    send: async () => {
      const opened = await breakGlass({ person, why });
      if ('refusal' in opened) return opened.refusal;
      await navigate(`${patients}/${opened.record}`, { replace: true });
      return undefined;
    },
  });
  return (
    <Page
      title={t('emergency.confirm')}
      section={t('emergency.title')}
      caption={t('emergency.step', { step: 3 })}
      hasErrors={form.errors.length > 0}
      before={<BackLink to={`${path}/why`}>{t('emergency.back-to-why')}</BackLink>}
    >
      <form noValidate onSubmit={form.onSubmit}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <Answers person={person} why={why} />
        <WhatHappens />
        <p>{t('emergency.shows')}</p>
        <Button variant="warning" busy={form.sending}>
          {t(form.sending ? 'emergency.opening' : 'emergency.open')}
        </Button>
      </form>
    </Page>
  );
}

/** The third question: all of it once more, and that it is them. Only then is anything opened. */
export function ConfirmPage() {
  const { person, why } = useEmergencyPlace();
  return person && why ? <ConfirmForm person={person} why={why} /> : <BackToFirstQuestion />;
}
