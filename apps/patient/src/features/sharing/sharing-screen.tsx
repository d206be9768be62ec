import { useScreenQuery } from '@heldwell/client';
import { LinkList, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useState } from 'react';
import { MyRecord } from '../../my-record/index.ts';
import checkMessages from './check.messages.json';
import { DoneBanner, type JustDone } from './just-done.tsx';
import settings from './settings.messages.json';
import messages from './sharing.messages.json';
import { SharingGroups } from './sharing-groups.tsx';
import { SharingQuery } from './sharing-query.ts';
import { StoppedBanner } from './stopped-banner.tsx';
import lookedMessages from './who-looked.messages.json';

const onSharing = ['sharing'] as const;

/** Who sees which part of the record, and the ways to change it. */
export function SharingScreen() {
  const t = useT(messages);
  const answer = useScreenQuery(SharingQuery, {}, { on: onSharing });
  const [done, setDone] = useState<JustDone | null>(null);
  const looked = useT(lookedMessages);
  const settingsT = useT(settings);
  const isStopped = Boolean(answer.data?.viewer?.record?.sharing?.stopped);
  const checkT = useT(checkMessages);
  const items = [
    { to: '/sharing/check', label: checkT('walk.title'), hint: checkT('walk.hint') },
    {
      to: '/sharing/who-looked',
      label: looked('sharing.who-looked'),
      hint: looked('sharing.who-looked-what'),
    },
    { to: '/sharing/history', label: t('sharing.history'), hint: t('sharing.history-what') },
    { to: '/sharing/emergency', label: settingsT('emergency.title'), hint: settingsT('emergency.hint') },
    { to: '/sharing/research', label: settingsT('research.title'), hint: settingsT('research.hint') },
    isStopped
      ? { to: '/sharing/all', label: settingsT('all.start-again'), hint: settingsT('all.start-hint') }
      : { to: '/sharing/all', label: settingsT('all.stop'), hint: settingsT('all.stop-hint') },
  ];
  return (
    <Page title={t('sharing.title')} before={<DoneBanner just={done} />}>
      <p>{t('sharing.intro')}</p>
      <MyRecord answer={answer} what={t('sharing.what')}>
        {({ sharing }) =>
          sharing && (
            <>
              {sharing.stopped && <StoppedBanner since={sharing.stopped.stoppedAt} />}
              <SharingGroups sharing={sharing} onDone={setDone} />
            </>
          )
        }
      </MyRecord>
      <LinkList items={items} label={t('sharing.more')} />
    </Page>
  );
}
