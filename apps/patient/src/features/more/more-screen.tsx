import { useSession } from '@heldwell/client';
import { Badge, Button, ErrorSummary, LinkList, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useNoticeCount, useProblemWords } from '@heldwell/views';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useWatchedRecord } from '../../my-record/index.ts';
import messages from './more.messages.json';

/** Signs out and forgets everything on this page; when the server was not reached, the person is told. */
function SignOut() {
  const t = useT(messages);
  const wordsOf = useProblemWords();
  const navigate = useNavigate();
  const { signOut } = useSession();
  const { watch } = useWatchedRecord();
  const [state, setState] = useState<{ running: boolean; problem?: string }>({ running: false });
  const leave = async () => {
    setState({ running: true });
    const problem = await signOut();
    if (problem) return setState({ running: false, problem: wordsOf(problem) });
    watch(null);
    return navigate('/sign-in', { replace: true });
  };
  return (
    <section>
      {state.problem && <ErrorSummary errors={[{ message: state.problem }]} />}
      <p>{t('more.sign-out-what')}</p>
      <Button type="button" variant="secondary" busy={state.running} onClick={() => void leave()}>
        {t(state.running ? 'more.signing-out' : 'more.sign-out')}
      </Button>
    </section>
  );
}

/** The places that are not in the bottom bar, and signing out. */
export function MoreScreen() {
  const t = useT(messages);
  const { count, label } = useNoticeCount();
  const items = [
    {
      to: '/notices',
      label: t('more.notices'),
      hint: t('more.notices-what'),
      end: count > 0 && <Badge count={count} label={label} />,
    },
    { to: '/sharing', label: t('more.sharing'), hint: t('more.sharing-what') },
    { to: '/sharing/who-looked', label: t('more.who-looked'), hint: t('more.who-looked-what') },
    { to: '/security', label: t('more.security'), hint: t('more.security-what') },
    { to: '/more/identity', label: t('more.identity'), hint: t('more.identity-what') },
    { to: '/more/about', label: t('more.about'), hint: t('more.about-what') },
    {
      to: '/more/sign-in-elsewhere',
      label: t('more.sign-in-elsewhere'),
      hint: t('more.sign-in-elsewhere-what'),
    },
    { to: '/more/language', label: t('more.language') },
    { to: '/help', label: t('more.help'), hint: t('more.help-what') },
    { to: '/more/close', label: t('more.close'), hint: t('more.close-what') },
  ];
  return (
    <Page title={t('more.title')}>
      <LinkList items={items} label={t('more.menu')} />
      <SignOut />
    </Page>
  );
}
