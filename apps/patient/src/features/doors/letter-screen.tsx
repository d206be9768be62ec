import { AcceptLetter, OpenLetter, type ResultOf, useCommand, useSession } from '@heldwell/client';
import { Details, Link } from '@heldwell/ui';
import { Rich, useT } from '@heldwell/ui/i18n';
import { BrandHead, BrandWelcome } from '@heldwell/views';
import { useState } from 'react';
import { Navigate, useNavigate } from 'react-router';
import messages from './doors.messages.json';
import { EmailOnlyStep } from './email-only-step.tsx';
import { CodeStep, EmailStep } from './email-steps.tsx';
import { LetterFields, type LetterSaid, letterInput, useLetterForm } from './letter-fields.tsx';
import { PasswordStep } from './password-step.tsx';
import { Question } from './question.tsx';
import { nothingSaid, type Said } from './said.ts';
import { useSteps } from './use-steps.ts';

type Opened = Extract<ResultOf<typeof OpenLetter>['openLetter'], { __typename: 'LetterOpened' }>;

const STEPS = ['codes', 'email', 'code', 'password'] as const;

/** A letter with two codes: then an address, a password, and the record. */
export function LetterScreen() {
  const { step, addressOf, go } = useSteps(STEPS);
  const [letter, setLetter] = useState<LetterSaid | null>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [said, setSaid] = useState<Said>(nothingSaid);
  if (step === 'codes' || !letter || !opened)
    return step === 'codes' ? (
      <CodesStep
        said={letter}
        onOpened={(typed, found) => {
          setLetter(typed);
          setOpened(found);
          go('email');
        }}
      />
    ) : (
      <Navigate to={addressOf('codes')} replace />
    );
  const onSaid = (more: Partial<Said>) => setSaid((before) => ({ ...before, ...more }));
  const onSaidThen = (next: (typeof STEPS)[number]) => (more: Partial<Said>) => {
    onSaid(more);
    go(next);
  };
  const asks = opened.asksEmailCode;
  if (step === 'email')
    return asks ? (
      <EmailStep said={said} back={addressOf('codes')} onSaid={onSaidThen('code')} />
    ) : (
      <EmailOnlyStep said={said} back={addressOf('codes')} onSaid={onSaidThen('password')} />
    );
  if (step === 'code')
    return (
      <CodeStep
        said={said}
        back={addressOf('email')}
        onSaid={(more) => {
          onSaid(more);
          if (more.code !== undefined) go('password');
        }}
      />
    );
  return <LastStep {...{ letter, opened, said }} back={addressOf(asks ? 'code' : 'email')} />;
}

type CodesStepProps = { said: LetterSaid | null; onOpened: (typed: LetterSaid, opened: Opened) => void };

function CodesStep({ said, onOpened }: CodesStepProps) {
  const t = useT(messages);
  const { run } = useCommand(OpenLetter);
  const form = useLetterForm(said, async (typed) => {
    const { data, problem } = await run({ input: letterInput(typed) });
    const answer = data?.openLetter;
    if (!answer) return { problem };
    if (answer.__typename === 'LetterOpened') onOpened(typed, answer);
    else if (answer.__typename === 'LetterRefused') return { message: t('doors.letter-refused') };
    else return { message: t('doors.too-many', { minutes: Math.ceil(answer.retryAfterSeconds / 60) }) };
    return undefined;
  });
  const signIn = (words: string) => <Link to="/sign-in">{words}</Link>;
  const register = (words: string) => <Link to="/register">{words}</Link>;
  const after = (
    <>
      <Details summary={t('doors.letter-known')}>
        <p>
          <Rich text={t('doors.letter-known-how')} parts={{ link: signIn }} />
        </p>
      </Details>
      <Details summary={t('doors.letter-none')}>
        <p>
          <Rich text={t('doors.letter-none-how')} parts={{ link: register }} />
        </p>
      </Details>
    </>
  );
  return (
    <Question title={t('doors.letter')} form={form} after={after}>
      <p>{t('doors.letter-why')}</p>
      <LetterFields form={form} />
    </Question>
  );
}

type LastStepProps = { letter: LetterSaid; opened: Opened; said: Said; back: string };

function LastStep({ letter, opened, said, back }: LastStepProps) {
  const t = useT(messages);
  const { run } = useCommand(AcceptLetter);
  const { entered } = useSession();
  const navigate = useNavigate();
  const { email, ticket, code } = said;
  const send = async (password: string) => {
    const proof = opened.asksEmailCode ? { email, ticket: ticket ?? '', code } : null;
    const { data, problem } = await run({ input: { letter: letterInput(letter), email, proof, password } });
    const answer = data?.acceptLetter;
    if (!answer) return { problem };
    switch (answer.__typename) {
      case 'SignedIn':
        entered(answer.viewer.person);
        void navigate('/sharing/check', { replace: true, state: { first: true } });
        return undefined;
      case 'LetterRefused':
        return { message: t('doors.letter-refused') };
      case 'EmailCodeWrong':
        return { message: t('doors.code-wrong') };
      case 'TooManyAttempts':
        return { message: t('doors.too-many', { minutes: Math.ceil(answer.retryAfterSeconds / 60) }) };
      case 'Under16':
        return { message: t('doors.letter-young') };
      case 'RecordsToMatch':
        return { message: t('doors.matched-what') };
      case 'PasswordUnsuitable':
        return { faults: { password: answer.message } };
    }
  };
  const { organisationName: organisation, brand } = opened;
  return (
    <>
      <BrandHead brand={brand} organisation={organisation} />
      <PasswordStep initial="" back={back} action={t('doors.letter-create')} send={send} />
      <p>{t('doors.letter-from', { organisation })}</p>
      <BrandWelcome brand={brand} organisation={organisation} />
    </>
  );
}
