import { BackLink, Button, Page, Radios } from '@heldwell/ui';
import { useLanguage, useT } from '@heldwell/ui/i18n';
import { type SubmitEvent, useState } from 'react';
import messages from './more.messages.json';

/** Chooses the language of the app; the page is loaded anew in it. The test language is offered to developers alone. */
export function LanguageScreen() {
  const t = useT(messages);
  const { locale } = useLanguage();
  const [chosen, setChosen] = useState(locale);
  const offersPseudo = import.meta.env.DEV || locale === 'pseudo';
  const items = [
    { value: 'en', label: t('more.language-en') },
    ...(offersPseudo ? [{ value: 'pseudo', label: t('more.language-pseudo') }] : []),
  ];
  const use = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    window.location.search = `?lang=${chosen}`;
  };
  return (
    <Page
      title={t('more.language')}
      section={t('more.title')}
      before={<BackLink to="/more">{t('more.title')}</BackLink>}
    >
      <form onSubmit={use}>
        <Radios
          id="language"
          legend={t('more.choose-language')}
          legendSize="m"
          hint={t('more.language-only')}
          items={items}
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
        />
        <Button type="submit">{t('more.use-language')}</Button>
      </form>
    </Page>
  );
}
