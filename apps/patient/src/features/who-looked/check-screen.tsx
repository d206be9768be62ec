import {
  BackLink,
  Button,
  Heading,
  InsetText,
  LiveRegion,
  NotificationBanner,
  Page,
  WarningCallout,
} from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useState } from 'react';
import finding from '../../log-check/finding.messages.json';
import { findingWords } from '../../log-check/finding-words.ts';
import { logFile } from '../../log-check/log-file.ts';
import messages from './check.messages.json';
import { type Checking, useCheckedLog } from './use-checked-log.ts';

function Result({ checking }: { checking: Checking }) {
  const t = useT(messages);
  const inWords = useT(finding);
  if (checking.is === 'NO_ANSWER') {
    return (
      <WarningCallout heading={t('check.no-answer')} headingLevel={3}>
        <p>{t('check.no-answer-what')}</p>
      </WarningCallout>
    );
  }
  if (checking.is !== 'FOUND') return null;
  const { well, heading, words } = findingWords(inWords, checking.finding);
  const paragraphs = words.map((sentence) => <p key={sentence}>{sentence}</p>);
  if (!well) {
    return (
      <WarningCallout heading={heading} headingLevel={3}>
        {paragraphs}
      </WarningCallout>
    );
  }
  return (
    <NotificationBanner success headingLevel={3}>
      <p className="nhsuk-notification-banner__heading">{heading}</p>
      {paragraphs}
    </NotificationBanner>
  );
}

/** Hands a text to the browser as a file to keep. */
function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads it a moment after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function Download({ whole }: { whole: ReturnType<typeof useCheckedLog>['whole'] }) {
  const t = useT(messages);
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready');
  const download = async () => {
    setState('busy');
    const log = await whole();
    if (log) {
      const now = new Date();
      saveFile(`heldwell-who-looked-${now.toISOString().slice(0, 10)}.json`, logFile(log, now));
    }
    setState(log ? 'ready' : 'failed');
  };
  return (
    <>
      <Heading level={2} className="nhsuk-heading-m">
        {t('check.download')}
      </Heading>
      <p>{t('check.download-what')}</p>
      <Button type="button" variant="secondary" busy={state === 'busy'} onClick={() => void download()}>
        {t(state === 'busy' ? 'check.downloading' : 'check.download')}
      </Button>
      {state === 'failed' && (
        <div role="alert">
          <InsetText>{t('check.no-answer-what')}</InsetText>
        </div>
      )}
      <p>
        <a href="/check-my-log.html" download>
          {t('check.checker')}
        </a>
        <br />
        <span className="hw-quiet">{t('check.checker-what')}</span>
      </p>
    </>
  );
}

/** Checks in this browser that nothing in the log was changed, and hands it over to be kept. */
export function CheckScreen() {
  const t = useT(messages);
  const { checking, check, whole } = useCheckedLog();
  const busy = checking.is === 'CHECKING';
  return (
    <Page
      title={t('check.title')}
      section={t('check.section')}
      before={<BackLink to="/sharing/who-looked">{t('check.section')}</BackLink>}
    >
      <p>{t('check.intro')}</p>
      <Heading level={2} className="nhsuk-heading-m">
        {t('check.check')}
      </Heading>
      <Result checking={checking} />
      <p>{t('check.how')}</p>
      <Button type="button" busy={busy} onClick={() => void check()}>
        {t(busy ? 'check.checking' : 'check.check')}
      </Button>
      <LiveRegion message={busy ? t('check.so-far', { count: checking.entries }) : ''} />
      <Download whole={whole} />
    </Page>
  );
}
