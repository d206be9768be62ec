import { useCommand, useScreenQuery } from '@heldwell/client';
import { Button, ErrorSummary, InsetText, Page, TextInput } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer } from '../answer/answer.tsx';
import { type Faults, type Refusal, useCheckedForm } from '../forms/use-checked-form.ts';
import { BackToSecurity } from './back.tsx';
import messages from './security.messages.json';
import { ChangeEmail, DropEmailChange, SecurityQuery } from './security-documents.ts';
import type { SecurityFacts } from './security-facts.ts';
import { useProblemNotice } from './use-problem-notice.tsx';

type Values = { newEmail: string };
const never = [] as const;

function EmailForm({ email }: { email: string }) {
  const t = useT(messages);
  const change = useCommand(ChangeEmail).run;
  const form = useCheckedForm<Values>({
    initial: { newEmail: '' },
    check: ({ newEmail }) => {
      const faults: Faults<Values> = {};
      if (!newEmail.trim()) faults.newEmail = t('security.email-missing');
      else if (!/^\S+@\S+\.\S+$/.test(newEmail.trim())) faults.newEmail = t('security.email-shape');
      else if (newEmail.trim().toLowerCase() === email.toLowerCase())
        faults.newEmail = t('security.email-same');
      return faults;
    },
    send: async ({ newEmail }): Promise<Refusal<Values>> => {
      const { data, problem } = await change({ input: { email: newEmail.trim() } });
      if (problem?.kind === 'badInput') return { faults: { newEmail: t('security.email-shape') } };
      if (problem) return { problem };
      const answer = data.changeEmail;
      if (answer.__typename === 'TooManyAttempts')
        return { message: t('security.too-many', { minutes: Math.ceil(answer.retryAfterSeconds / 60) }) };
      return undefined;
    },
  });
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <p>{t('security.email-now', { email })}</p>
      <TextInput
        id="newEmail"
        label={t('security.email-new')}
        hint={t('security.email-hint')}
        type="email"
        autoComplete="email"
        spellCheck={false}
        value={form.values.newEmail}
        error={form.faultOf('newEmail')}
        onChange={(event) => form.set('newEmail', event.target.value)}
      />
      <Button type="submit" busy={form.sending}>
        {t('security.email-ask')}
      </Button>
    </form>
  );
}

/** Two addresses were asked: which has agreed, and how to call it off. */
function Waiting({ facts, email }: { facts: SecurityFacts; email: string }) {
  const t = useT(messages);
  const drop = useCommand(DropEmailChange);
  const { notice, tell } = useProblemNotice();
  const agreed = (has: boolean) => t(has ? 'security.email-agreed' : 'security.email-not-yet');
  return (
    <>
      {notice}
      <InsetText>
        <p>{t('security.email-sent')}</p>
      </InsetText>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>{t('security.email-state', { email, state: agreed(facts.oldAgreed) })}</li>
        <li>{t('security.email-state', { email: facts.newEmail ?? '', state: agreed(facts.newAgreed) })}</li>
      </ul>
      <Button
        type="button"
        variant="secondary"
        busy={drop.running}
        onClick={() => void drop.run({}).then(({ problem }) => tell(problem))}
      >
        {t('security.email-drop')}
      </Button>
    </>
  );
}

/** Signing in with another e-mail address: both addresses have to agree. */
export function EmailPage() {
  const t = useT(messages);
  const query = useScreenQuery(SecurityQuery, {}, { on: never });
  return (
    <Page title={t('security.email-title')} before={<BackToSecurity />}>
      <Answer to={query} what={t('security.what')}>
        {({ viewer }) =>
          viewer?.security?.newEmail ? (
            <Waiting facts={viewer.security} email={viewer.person.email} />
          ) : (
            <EmailForm email={viewer?.person.email ?? ''} />
          )
        }
      </Answer>
    </Page>
  );
}
