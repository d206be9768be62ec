import { useSession } from '@heldwell/client';
import { BackLink, Button, ErrorSummary, Link, Page, Radios } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useState } from 'react';
import messages from './settings.messages.json';
import { chooseTextSize, chosenTextSize, type TextSize } from './text-size.ts';

const sizes = ['usual', 'large', 'largest'] as const;

function TextSizeChoice() {
  const t = useT(messages);
  const [size, setSize] = useState<TextSize>(chosenTextSize);
  return (
    <Radios
      id="text-size"
      name="text-size"
      legend={t('settings.text-size')}
      legendSize="m"
      hint={t('settings.kept')}
      items={sizes.map((value) => ({ value, label: t(`settings.${value}`) }))}
      value={size}
      onChange={({ target }) => {
        const chosen = sizes.find((one) => one === target.value) ?? 'usual';
        chooseTextSize(chosen);
        setSize(chosen);
      }}
    />
  );
}

type SettingsPageProps = { name: string; email: string; onSignedOut: () => void };

/** Text size, and the way out. */
export function SettingsPage({ name, email, onSignedOut }: SettingsPageProps) {
  const t = useT(messages);
  const { signOut } = useSession();
  const [leaving, setLeaving] = useState<'no' | 'yes' | 'problem'>('no');
  const leave = async () => {
    setLeaving('yes');
    if (await signOut()) setLeaving('problem');
    else onSignedOut();
  };
  return (
    <Page title={t('settings.title')} before={<BackLink to="/">{t('settings.back')}</BackLink>}>
      {leaving === 'problem' && <ErrorSummary errors={[{ message: t('settings.problem') }]} />}
      <TextSizeChoice />
      <p>{t('settings.signed-in', { name, email })}</p>
      <p>
        <Link to="/security">{t('settings.security')}</Link>
      </p>
      <Button type="button" busy={leaving === 'yes'} onClick={() => void leave()}>
        {leaving === 'yes' ? t('settings.signing-out') : t('settings.sign-out')}
      </Button>
    </Page>
  );
}
