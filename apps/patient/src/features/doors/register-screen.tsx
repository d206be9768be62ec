import { Register, useCommand, useSession } from '@heldwell/client';
import { SummaryList, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useCheckedForm } from '@heldwell/views';
import { useState } from 'react';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import messages from './doors.messages.json';
import { CodeStep, EmailStep } from './email-steps.tsx';
import { PasswordStep } from './password-step.tsx';
import { Question } from './question.tsx';
import { AgeStep, NameStep, NhsNumberStep, YoungPage } from './register-steps.tsx';
import { nothingSaid, type Said } from './said.ts';
import { useSteps } from './use-steps.ts';

const STEPS = ['age', 'under-16', 'name', 'nhs-number', 'email', 'code', 'password', 'check'] as const;
type Step = (typeof STEPS)[number];

/** Registering by oneself: one question a page, checked together at the end. */
export function RegisterScreen() {
  const { step, addressOf, go } = useSteps(STEPS);
  const [said, setSaid] = useState<Said>(nothingSaid);
  const onSaid = (next: Step) => (more: Partial<Said>) => {
    setSaid((before) => ({ ...before, ...more }));
    go(next);
  };
  // A code sent anew changes the ticket and stays where it is.
  const onCode = (more: Partial<Said>) => {
    setSaid((before) => ({ ...before, ...more }));
    if (more.code !== undefined) go('password');
  };
  if (step === 'under-16') return <YoungPage back={addressOf('age')} />;
  if (step !== 'age' && said.birthDate === null) return <Navigate to={addressOf('age')} replace />;
  switch (step) {
    case 'age':
      return <AgeStep said={said} onSaid={onSaid('name')} onYoung={() => go('under-16')} />;
    case 'name':
      return <NameStep said={said} onSaid={onSaid('nhs-number')} back={addressOf('age')} />;
    case 'nhs-number':
      return <NhsNumberStep said={said} onSaid={onSaid('email')} back={addressOf('name')} />;
    case 'email':
      return <EmailStep said={said} onSaid={onSaid('code')} back={addressOf('nhs-number')} />;
    case 'code':
      return <CodeStep said={said} onSaid={onCode} back={addressOf('email')} />;
    case 'password':
      return (
        <PasswordStep
          initial={said.password}
          back={addressOf('code')}
          send={async (password) => {
            onSaid('check')({ password });
            return undefined;
          }}
        />
      );
    case 'check':
      return <CheckStep said={said} addressOf={addressOf} />;
  }
}

type CheckStepProps = { said: Said; addressOf: (step: Step) => string };

function CheckStep({ said, addressOf }: CheckStepProps) {
  const t = useT(messages);
  const { run } = useCommand(Register);
  const { entered } = useSession();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const join = params.get('join');
  const form = useCheckedForm<object>({
    initial: {},
    check: () => ({}),
    send: async () => {
      const { data, problem } = await run({ input: inputOf(said) });
      const answer = data?.register;
      if (!answer) return { problem };
      if (answer.__typename === 'SignedIn') {
        entered(answer.viewer.person);
        void navigate(`/register/done${join ? `?join=${encodeURIComponent(join)}` : ''}`, { replace: true });
        return undefined;
      }
      if (answer.__typename === 'EmailCodeWrong') return { message: t('doors.code-wrong') };
      if (answer.__typename === 'TooManyAttempts')
        return { message: t('doors.too-many', { minutes: Math.ceil(answer.retryAfterSeconds / 60) }) };
      return { message: answer.__typename === 'Under16' ? t('doors.young') : answer.message };
    },
  });
  return (
    <Question title={t('doors.check')} form={form} back={addressOf('password')} action={t('doors.create')}>
      <Answers said={said} addressOf={addressOf} />
    </Question>
  );
}

function Answers({ said, addressOf }: CheckStepProps) {
  const t = useT(messages);
  const format = useFormat();
  const row = (key: string, value: string, step: Step) => ({
    key,
    value: value || t('doors.not-provided'),
    actions: [{ label: t('doors.change'), hidden: key.toLowerCase(), to: addressOf(step) }],
  });
  const number = said.nhsNumber?.replace(/(\d{3})(\d{3})(\d{4})/, '$1 $2 $3') ?? '';
  return (
    <SummaryList
      rows={[
        row(t('doors.check-name'), `${said.givenName.trim()} ${said.familyName.trim()}`, 'name'),
        row(t('doors.check-preferred'), said.preferredName.trim(), 'name'),
        row(t('doors.check-birth-date'), said.birthDate ? format.date(said.birthDate) : '', 'age'),
        row(t('doors.check-nhs'), number, 'nhs-number'),
        row(t('doors.check-email'), said.email, 'email'),
        row(t('doors.check-password'), said.password ? t('doors.check-password-value') : '', 'password'),
      ]}
    />
  );
}

const inputOf = ({ email, ticket, code, password, birthDate, nhsNumber, ...names }: Said) => ({
  ...{ email, ticket: ticket ?? '', code, password, birthDate: birthDate ?? '' },
  ...{ givenName: names.givenName.trim(), familyName: names.familyName.trim() },
  ...{ preferredName: names.preferredName.trim() || null, nhsNumber: nhsNumber || null },
});
