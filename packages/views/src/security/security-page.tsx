import { useScreenQuery } from '@heldwell/client';
import { Heading, InsetText, Page, SummaryList, type SummaryRow, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import type { ReactNode } from 'react';
import { Answer } from '../answer/answer.tsx';
import { FactorRows } from './factor-rows.tsx';
import messages from './security.messages.json';
import { SecurityQuery } from './security-documents.ts';
import type { SecurityFacts, SecurityViewer } from './security-facts.ts';
import { useProblemNotice } from './use-problem-notice.tsx';

const never = [] as const;

/** E-mail and password, with what is under way. */
function SignInRows({ email, facts }: { email: string; facts: SecurityFacts }) {
  const t = useT(messages);
  const rows: SummaryRow[] = [
    {
      key: t('security.email'),
      value: email,
      actions: [{ label: t('security.change'), hidden: t('security.email-hidden'), to: '/security/email' }],
    },
    {
      key: t('security.password'),
      value: t(facts.hasPassword ? 'security.password-set' : 'security.password-none'),
      actions: [
        {
          label: t(facts.hasPassword ? 'security.change' : 'security.choose'),
          hidden: t('security.password-hidden'),
          to: '/security/password',
        },
      ],
    },
  ];
  return (
    <>
      {facts.newEmail && (
        <InsetText>
          <p>{t('security.email-waiting', { email: facts.newEmail })}</p>
        </InsetText>
      )}
      <SummaryList rows={rows} />
    </>
  );
}

function DeviceRows({ viewer }: { viewer: SecurityViewer }) {
  const t = useT(messages);
  const format = useFormat();
  const { sessions, security } = viewer;
  const [latest] = sessions;
  const rows: SummaryRow[] = [
    {
      key: t('security.sessions'),
      value: t('security.sessions-count', {
        count: sessions.length,
        at: format.dateTime(latest?.lastSeenAt ?? ''),
      }),
      actions: [
        { label: t('security.look'), hidden: t('security.sessions-hidden'), to: '/security/devices' },
      ],
    },
    {
      key: t('security.devices'),
      value: t('security.devices-count', { count: security?.rememberedDevices.length ?? 0 }),
      actions: [{ label: t('security.look'), hidden: t('security.devices-hidden'), to: '/security/devices' }],
    },
  ];
  return <SummaryList rows={rows} />;
}

/** How the person signs in, and where they are signed in: each with its way to change it. `elsewhere` leads to other sign-ins. */
export function SecurityPage({ before, elsewhere }: { before: ReactNode; elsewhere?: ReactNode }) {
  const t = useT(messages);
  const query = useScreenQuery(SecurityQuery, {}, { on: never });
  const { notice, tell } = useProblemNotice();
  return (
    <Page title={t('security.title')} before={before}>
      {notice}
      <Answer to={query} what={t('security.what')}>
        {({ viewer }) =>
          viewer?.security && (
            <>
              <SignInRows email={viewer.person.email} facts={viewer.security} />
              <Heading level={2}>{t('security.second')}</Heading>
              <p>{t('security.second-what')}</p>
              <FactorRows facts={viewer.security} tell={tell} />
              <Heading level={2}>{t('security.where')}</Heading>
              <DeviceRows viewer={viewer} />
              {elsewhere && (
                <>
                  <Heading level={2}>{t('security.elsewhere')}</Heading>
                  {elsewhere}
                </>
              )}
            </>
          )
        }
      </Answer>
    </Page>
  );
}
