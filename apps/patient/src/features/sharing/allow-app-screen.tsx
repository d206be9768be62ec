import { useCommand, useScreenQuery } from '@heldwell/client';
import { Button, ButtonLink, ErrorSummary, InsetText, Page, type PrivacyLabelName } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import {
  Answer,
  type End,
  EndChoice,
  endInput,
  type Faults,
  LabelCheckboxes,
  noEnd,
  useCheckedForm,
  useEndFault,
  useProblemWords,
} from '@heldwell/views';
import { useState } from 'react';
import { useParams } from 'react-router';
import messages from './allow-app.messages.json';
import { AllowApp, type AppRequest, AppRequestQuery, RefuseApp } from './allow-app-query.ts';

const never = [] as const;

function Over() {
  const t = useT(messages);
  return (
    <Page title={t('allow.over')}>
      <p>{t('allow.over-why')}</p>
      <p>{t('allow.over-next')}</p>
      <p>
        <ButtonLink to="/sharing">{t('allow.to-sharing')}</ButtonLink>
      </p>
    </Page>
  );
}

type Values = { labels: PrivacyLabelName[]; end: End };

/** Back to the app, which waits for the person; its address is one it was registered with. */
const leaveFor = (address: string) => window.location.assign(address);

function useAllowing({ id, labels }: AppRequest, over: () => void) {
  const t = useT(messages);
  const faultOfEnd = useEndFault();
  const { run } = useCommand(AllowApp);
  return useCheckedForm<Values>({
    initial: { labels: labels.filter((label) => label === 'GENERAL') as PrivacyLabelName[], end: noEnd },
    check: (values) => {
      const faults: Faults<Values> = {};
      if (values.labels.length === 0) faults.labels = t('allow.labels-missing');
      const wrong = faultOfEnd(values.end);
      if (wrong) faults.end = wrong;
      return faults;
    },
    send: async (values) => {
      const { validUntil } = endInput(values.end, null);
      const { data, problem } = await run({ input: { request: id, labels: values.labels, validUntil } });
      if (problem) return { problem };
      if (data.allowApp.__typename === 'AppAnswered') leaveFor(data.allowApp.address);
      else over();
      return undefined;
    },
  });
}

/** Saying no needs no tick and no check. */
function SayNo({ id, over }: { id: string; over: () => void }) {
  const t = useT(messages);
  const wordsOf = useProblemWords();
  const { run, running, problem } = useCommand(RefuseApp);
  const refuse = async () => {
    const { data } = await run({ request: id });
    if (data?.refuseApp.__typename === 'AppAnswered') leaveFor(data.refuseApp.address);
    else if (data) over();
  };
  return (
    <>
      {problem && <p role="alert">{wordsOf(problem)}</p>}
      <Button type="button" variant="secondary" busy={running} onClick={() => void refuse()}>
        {t('allow.no')}
      </Button>
    </>
  );
}

function Ask({ request, over }: { request: AppRequest; over: () => void }) {
  const t = useT(messages);
  const form = useAllowing(request, over);
  const { appName: app, organisationName: organisation, purpose, labels } = request;
  return (
    <Page title={t('allow.may', { app })} hasErrors={form.errors.length > 0}>
      <form noValidate onSubmit={form.onSubmit}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <p>{t('allow.who', { app, organisation })}</p>
        <InsetText>
          <p>{purpose}</p>
        </InsetText>
        <p>{t('allow.can')}</p>
        <p>{t('allow.cannot')}</p>
        <LabelCheckboxes
          id="labels"
          legend={t('allow.labels')}
          hint={t('allow.labels-hint')}
          error={form.faultOf('labels')}
          offered={labels as PrivacyLabelName[]}
          value={form.values.labels}
          onChange={(chosen) => form.set('labels', chosen)}
        />
        <EndChoice
          value={form.values.end}
          error={form.faultOf('end')}
          onChange={(end) => form.set('end', end)}
        />
        <p>{t('allow.end', { organisation })}</p>
        <Button type="submit" busy={form.sending}>
          {form.sending ? t('allow.sending') : t('allow.yes', { app })}
        </Button>
      </form>
      <SayNo id={request.id} over={over} />
    </Page>
  );
}

/** An app asks to see the record: who it is, what it is for, and what it may see until when. */
export function AllowAppScreen() {
  const t = useT(messages);
  const { request = '' } = useParams();
  const [isOver, setOver] = useState(false);
  const answer = useScreenQuery(AppRequestQuery, { id: request }, { on: never, pause: isOver });
  if (isOver || answer.data?.appRequest === null) return <Over />;
  if (answer.data?.appRequest) return <Ask request={answer.data.appRequest} over={() => setOver(true)} />;
  return (
    <Page title={t('allow.asks')}>
      <Answer to={answer} what={t('allow.what')}>
        {() => null}
      </Answer>
    </Page>
  );
}
