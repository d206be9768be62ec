import {
  BackLink,
  Bidi,
  Button,
  ErrorSummary,
  Page,
  SummaryList,
  useFormat,
  WarningCallout,
} from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { readDay, useCheckedForm } from '@heldwell/views';
import { Navigate, useNavigate } from 'react-router';
import type { Done } from '../../done-banner/done-banner.tsx';
import type { JoiningPlace } from './joining-place.ts';
import messages from './standing.messages.json';
import { type StandingAct, type StandingSaid, useSaid } from './standing-act.ts';
import { CloseForPatient, RecordDeath } from './standing-documents.ts';
import { useDeskAct } from './use-desk-act.ts';

const happens = {
  died: [
    'standing.died-happens-read',
    'standing.died-happens-sign-in',
    'standing.died-happens-told',
    'standing.died-happens-feeds',
    'standing.died-happens-undo',
  ],
  close: [
    'standing.close-happens-sharing',
    'standing.close-happens-kept',
    'standing.close-happens-told',
    'standing.close-happens-feeds',
    'standing.close-happens-undo',
  ],
} as const;

/** What comes of it, before it is done. */
export function WhatHappens({ lines }: { lines: readonly string[] }) {
  const t = useT(messages);
  return (
    <WarningCallout heading={t('standing.happens')} headingLevel={2}>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </WarningCallout>
  );
}

function Said({
  act,
  said,
  name,
  path,
}: {
  act: StandingAct;
  said: StandingSaid;
  name: string;
  path: string;
}) {
  const t = useT(messages);
  const format = useFormat();
  const day = readDay(said.day);
  const change = (hidden: string) => [
    { label: t('standing.change'), hidden, to: `${path}/joining/${act}`, state: { said } },
  ];
  return (
    <SummaryList
      rows={[
        { key: t('standing.patient'), value: <Bidi>{name}</Bidi> },
        ...(act === 'died'
          ? [
              {
                key: t('standing.day'),
                value: day ? <Bidi>{format.date(day)}</Bidi> : t('standing.day-unknown'),
                actions: change(t('standing.change-day')),
              },
            ]
          : []),
        {
          key: t(`standing.${act}-reason`),
          value: <span className="hw-plain-text">{said.reason.trim()}</span>,
          actions: change(t('standing.change-reason')),
        },
      ]}
    />
  );
}

function CheckForm({ act, said, place }: { act: StandingAct; said: StandingSaid; place: JoiningPlace }) {
  const t = useT(messages);
  const navigate = useNavigate();
  const died = useDeskAct(RecordDeath);
  const close = useDeskAct(CloseForPatient);
  const { team, record, path, name } = place;
  const form = useCheckedForm<object>({
    initial: {},
    check: () => ({}),
    send: async () => {
      const input = { id: said.id, record: record.id, team, reason: said.reason.trim() };
      const diedOn = readDay(said.day);
      const refusal = await (act === 'died' ? died({ input: { ...input, diedOn } }) : close({ input }));
      if (refusal) return refusal;
      // A record that is closed is the team's no longer: its list of closed ones says so.
      const to = act === 'died' ? `${path}/joining` : `/teams/${team}/patients/closed`;
      await navigate(to, {
        replace: true,
        state: { done: t(`standing.${act}-done`, { name }) } satisfies Done,
      });
      return undefined;
    },
  });
  return (
    <Page
      title={t(`standing.${act}-check`)}
      section={name}
      caption={t('standing.step', { step: 2 })}
      hasErrors={form.errors.length > 0}
      before={<BackLink to={`${path}/joining/${act}`}>{t('standing.back')}</BackLink>}
    >
      <form noValidate onSubmit={form.onSubmit}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <Said act={act} said={said} name={name} path={path} />
        <WhatHappens lines={happens[act].map((line) => t(line))} />
        <Button variant="warning" busy={form.sending}>
          {t(form.sending ? 'standing.sending' : `standing.${act}-act`)}
        </Button>
      </form>
    </Page>
  );
}

/** The second step: all of it once more. Only then is anything done. */
function CheckPage({ act, place }: { act: StandingAct; place: JoiningPlace }) {
  const said = useSaid();
  if (!said) return <Navigate to={`${place.path}/joining/${act}`} replace />;
  return <CheckForm act={act} said={said} place={place} />;
}

/** Notes that the patient has died: the second step. */
export function DiedCheckPage(place: JoiningPlace) {
  return <CheckPage act="died" place={place} />;
}

/** Carries out a written withdrawal: the second step. */
export function CloseCheckPage(place: JoiningPlace) {
  return <CheckPage act="close" place={place} />;
}
