import { useScreenQuery } from '@heldwell/client';
import { Button, ButtonLink, EmptyState, InsetText, Link, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer } from '@heldwell/views';
import { useNavigate, useParams } from 'react-router';
import messages from './front-desk.messages.json';
import { RegistrationQuery } from './front-desk-documents.ts';
import { useRegisterPlace } from './register-flow.tsx';

function Next({ record, patients }: { record: string | null; patients: string }) {
  const t = useT(messages);
  if (!record) {
    return (
      <InsetText>
        <p>{t('reg.no-record')}</p>
      </InsetText>
    );
  }
  return (
    <>
      <h2 className="nhsuk-heading-m">{t('reg.next')}</h2>
      <p>{t('reg.next-told')}</p>
      <p>{t('reg.next-invite')}</p>
      <ButtonLink to={`${patients}/${record}/joining`}>{t('reg.open')}</ButtonLink>
    </>
  );
}

/** It is done: what became of it, and what comes next. */
export function RegisteredPage() {
  const t = useT(messages);
  const navigate = useNavigate();
  const { registration = '' } = useParams();
  const { patients, path, beginAgain } = useRegisterPlace();
  const query = useScreenQuery(RegistrationQuery, { id: registration });
  const found = query.data?.registration;
  const another = (
    <p>
      <Button
        type="button"
        variant="secondary"
        onClick={() => {
          beginAgain();
          void navigate(path);
        }}
      >
        {t('reg.another')}
      </Button>
    </p>
  );
  if (found?.state === 'REGISTERED') {
    return (
      <Page key="done" title={t('reg.done')} section={t('reg.title')} panel={t('reg.done-text')}>
        <Next record={found.record} patients={patients} />
        {another}
      </Page>
    );
  }
  return (
    <Page key="waiting" title={t(found ? 'reg.waiting' : 'reg.title')} section={t('reg.title')}>
      <Answer to={query} what={t('reg.done-what')}>
        {() =>
          found ? (
            <>
              <p>{t('reg.waiting-text')}</p>
              <p>
                <Link to={`${patients}/waiting`}>{t('reg.waiting-link')}</Link>
              </p>
              {another}
            </>
          ) : (
            <EmptyState heading={t('reg.not-yours')} />
          )
        }
      </Answer>
    </Page>
  );
}
