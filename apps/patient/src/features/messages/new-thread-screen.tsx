import { useScreenQuery } from '@heldwell/client';
import { BackLink, ButtonLink, EmptyState, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useSearchParams } from 'react-router';
import { MyRecord } from '../../my-record/index.ts';
import messages from './messages.messages.json';
import { NewThreadForm } from './new-thread-form.tsx';
import { NewThreadQuery } from './new-thread-query.ts';

const onSharing = ['sharing'] as const;

/** Starts a discussion with a team; `?team=` chooses it, as a message button on a team's own page does. */
export function NewThreadScreen() {
  const t = useT(messages);
  const [search] = useSearchParams();
  const answer = useScreenQuery(NewThreadQuery, {}, { on: onSharing });
  return (
    <Page
      title={t('messages.start')}
      section={t('messages.title')}
      before={<BackLink to="/messages">{t('messages.title')}</BackLink>}
    >
      <MyRecord answer={answer} what={t('messages.form-what')}>
        {({ id, teamsToWriteTo, carers }) =>
          teamsToWriteTo.length > 0 ? (
            <NewThreadForm
              record={id}
              teams={teamsToWriteTo}
              carers={carers}
              chosenTeam={search.get('team')}
            />
          ) : (
            <EmptyState heading={t('messages.no-teams')}>
              <p>{t('messages.no-teams-why')}</p>
              <ButtonLink to="/sharing/team">{t('messages.share')}</ButtonLink>
            </EmptyState>
          )
        }
      </MyRecord>
    </Page>
  );
}
