import { BackLink, Button, ErrorSummary, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { type CheckedForm, type Faults, useCheckedForm } from '@heldwell/views';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import messages from './front-desk.messages.json';
import { BackToName, type Entered, useRegisterPlace } from './register-flow.tsx';

const steps = ['', 'birth-date', 'nhs-number', 'contact', 'needs', 'documents', 'check'] as const;
export type Step = (typeof steps)[number];

/** Where the question before and after this one is. */
export function useStep(step: Step) {
  const { path, patients } = useRegisterPlace();
  const at = steps.indexOf(step);
  const to = (name: Step | undefined) => (name ? `${path}/${name}` : path);
  return { number: at + 1, before: at === 0 ? patients : to(steps[at - 1]), after: to(steps[at + 1]) };
}

type QuestionOptions<Values extends Partial<Entered>> = {
  step: Step;
  initial: Values;
  check: (values: Values) => Faults<Values>;
  ids?: Partial<Record<keyof Values & string, string>>;
};

/** Keeps one question's form and goes on to the next when it is answered. */
export function useQuestion<Values extends Partial<Entered>>(options: QuestionOptions<Values>) {
  const navigate = useNavigate();
  const { say } = useRegisterPlace();
  const { after } = useStep(options.step);
  return useCheckedForm<Values>({
    ...options,
    send: async (values) => {
      say(values);
      await navigate(after);
      return undefined;
    },
  });
}

type QuestionProps<Values> = {
  step: Step;
  title: string;
  form: Pick<CheckedForm<Values>, 'errors' | 'attempt' | 'onSubmit'>;
  children: ReactNode;
};

/** A page with one question of the registration. */
export function QuestionPage<Values>({ step, title, form, children }: QuestionProps<Values>) {
  const t = useT(messages);
  const { entered } = useRegisterPlace();
  const { number, before } = useStep(step);
  if (step !== '' && !entered.familyName) return <BackToName />;
  return (
    <Page
      title={title}
      section={t('reg.title')}
      caption={t('reg.step', { step: number })}
      hasErrors={form.errors.length > 0}
      before={<BackLink to={before}>{t(step === '' ? 'front.back-to-patients' : 'front.back')}</BackLink>}
    >
      <form noValidate onSubmit={form.onSubmit}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        {children}
        <Button>{t('front.continue')}</Button>
      </form>
    </Page>
  );
}
