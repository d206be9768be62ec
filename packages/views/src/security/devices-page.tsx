import { type OperationProblem, type ResultOf, useCommand, useScreenQuery } from '@heldwell/client';
import { Button, Heading, Page, SummaryList, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer } from '../answer/answer.tsx';
import { BackToSecurity } from './back.tsx';
import messages from './security.messages.json';
import { EndOtherSessions, EndSession, ForgetDevice, SecurityQuery } from './security-documents.ts';
import { useProblemNotice } from './use-problem-notice.tsx';

type Viewer = NonNullable<ResultOf<typeof SecurityQuery>['viewer']>;
type Tell = (problem?: OperationProblem) => void;

const never = [] as const;
const apps = {
  PATIENT: 'security.app-patient',
  CARER: 'security.app-carer',
  PROFESSIONAL: 'security.app-professional',
  PARTNER: 'security.app-partner',
} as const;

function Sessions({ sessions, tell }: { sessions: Viewer['sessions']; tell: Tell }) {
  const t = useT(messages);
  const format = useFormat();
  const end = useCommand(EndSession).run;
  const endOthers = useCommand(EndOtherSessions);
  const rows = sessions.map(({ id, app, device, startedAt, lastSeenAt, isCurrent }) => ({
    key: device ?? t('security.unknown-device'),
    value: (
      <>
        {t(apps[app])}
        <br />
        {isCurrent
          ? t('security.session-here')
          : t('security.session-seen', { at: format.dateTime(lastSeenAt) })}
        <br />
        {t('security.session-since', { at: format.dateTime(startedAt) })}
      </>
    ),
    actions: isCurrent
      ? []
      : [
          {
            label: t('security.session-end'),
            hidden: t('security.session-hidden', { device: device ?? t('security.unknown-device') }),
            onClick: () => void end({ session: id }).then(({ problem }) => tell(problem)),
          },
        ],
  }));
  return (
    <>
      <Heading level={2}>{t('security.sessions')}</Heading>
      <p>{t('security.sessions-what')}</p>
      <SummaryList rows={rows} />
      {sessions.length > 1 && (
        <Button
          type="button"
          variant="secondary"
          busy={endOthers.running}
          onClick={() => void endOthers.run({}).then(({ problem }) => tell(problem))}
        >
          {t('security.sessions-end-others')}
        </Button>
      )}
    </>
  );
}

type Devices = NonNullable<Viewer['security']>['rememberedDevices'];

function Remembered({ devices, tell }: { devices: Devices; tell: Tell }) {
  const t = useT(messages);
  const format = useFormat();
  const forget = useCommand(ForgetDevice).run;
  const rows = devices.map(({ id, device, expiresAt }) => ({
    key: device ?? t('security.unknown-device'),
    value: t('security.device-until', { date: format.date(expiresAt) }),
    actions: [
      {
        label: t('security.device-forget'),
        hidden: device ?? t('security.unknown-device'),
        onClick: () => void forget({ device: id }).then(({ problem }) => tell(problem)),
      },
    ],
  }));
  return (
    <>
      <Heading level={2}>{t('security.devices')}</Heading>
      <p>{t(devices.length > 0 ? 'security.devices-what' : 'security.devices-none')}</p>
      {devices.length > 0 && <SummaryList rows={rows} />}
    </>
  );
}

/** Where the person is signed in, and devices that are spared the second step; each can be ended. */
export function DevicesPage() {
  const t = useT(messages);
  const query = useScreenQuery(SecurityQuery, {}, { on: never });
  const { notice, tell } = useProblemNotice();
  return (
    <Page title={t('security.devices-title')} before={<BackToSecurity />}>
      {notice}
      <Answer to={query} what={t('security.what')}>
        {({ viewer }) =>
          viewer && (
            <>
              <Sessions sessions={viewer.sessions} tell={tell} />
              <Remembered devices={viewer.security?.rememberedDevices ?? []} tell={tell} />
            </>
          )
        }
      </Answer>
    </Page>
  );
}
