import { type ResultOf, useCommand, useScreenQuery } from '@heldwell/client';
import { BackLink, Button, Card, EmptyState, ErrorSummary, Page, Tag, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useProblemWords } from '@heldwell/views';
import { useState } from 'react';
import { MyRecord } from '../../my-record/index.ts';
import { DoneBanner } from './just-done.tsx';
import settings from './settings.messages.json';
import { DecideOnResearch, StudiesQuery } from './settings-query.ts';
import messages from './sharing.messages.json';

type Answered = NonNullable<NonNullable<ResultOf<typeof StudiesQuery>['viewer']>['record']>;
type Study = NonNullable<Answered['sharing']>['studies'][number];

const onSharing = ['sharing'] as const;

function StudyCard({ study, onDone }: { study: Study; onDone: (words: string) => void }) {
  const t = useT(settings);
  const format = useFormat();
  const wordsOf = useProblemWords();
  const { run, running, problem } = useCommand(DecideOnResearch);
  const { id, name, description, isOpen, given, decidedAt, organisation } = study;
  const date = decidedAt && format.date(decidedAt);
  const decide = async () => {
    const { data } = await run({ input: { study: id, given: !given } });
    if (data) onDone(t(given ? 'research.withdrawn' : 'research.joined', { name }));
  };
  return (
    <Card heading={name} headingLevel={2} description={organisation?.name}>
      {problem && <ErrorSummary errors={[{ message: wordsOf(problem) }]} />}
      <p>{description}</p>
      <p>
        <Tag colour={given ? 'green' : 'grey'}>{t(given ? 'research.yes' : 'research.no')}</Tag>
      </p>
      {date && <p>{t(given ? 'research.yes-since' : 'research.no-since', { date })}</p>}
      {!isOpen && <p>{t('research.closed')}</p>}
      {(given || isOpen) && (
        <Button type="button" variant="secondary" small busy={running} onClick={() => void decide()}>
          {t(given ? 'research.withdraw' : 'research.join')}{' '}
          <span className="nhsuk-u-visually-hidden">{t('research.of', { name })}</span>
        </Button>
      )}
    </Card>
  );
}

/** Studies to say yes or no to, one by one; nothing is shared by default. */
export function ResearchScreen() {
  const t = useT(settings);
  const sharingT = useT(messages);
  const answer = useScreenQuery(StudiesQuery, {}, { on: onSharing });
  const [done, setDone] = useState<string | null>(null);
  return (
    <Page
      title={t('research.title')}
      section={sharingT('sharing.title')}
      before={
        <>
          <BackLink to="/sharing">{sharingT('sharing.title')}</BackLink>
          <DoneBanner just={done ? { done } : null} />
        </>
      }
    >
      <p>{t('research.what')}</p>
      <p>{t('research.free')}</p>
      <MyRecord answer={answer} what={t('research.list')}>
        {({ sharing }) =>
          sharing?.studies.length ? (
            sharing.studies.map((study) => <StudyCard key={study.id} study={study} onDone={setDone} />)
          ) : (
            <EmptyState heading={t('research.none')}>
              <p>{t('research.none-why')}</p>
            </EmptyState>
          )
        }
      </MyRecord>
    </Page>
  );
}
