import { BackLink, Button, ErrorSummary, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import type { CheckedForm } from '@heldwell/views';
import type { ReactNode } from 'react';
import messages from './doors.messages.json';

type QuestionProps<Values> = {
  title: string;
  form: CheckedForm<Values>;
  children: ReactNode;
  /** Where "back" leads; nowhere on the first page. */
  back?: string;
  /** Above the h1 and the back link. */
  above?: ReactNode;
  /** Under the button: what else one may need. */
  after?: ReactNode;
  /** Words of the button; "Continue" unless told. */
  action?: string;
};

/** One question page: one thing asked, one way on. */
export function Question<Values>({
  title,
  form,
  children,
  back,
  above,
  after,
  action,
}: QuestionProps<Values>) {
  const t = useT(messages);
  const before = (
    <>
      {back && <BackLink to={back} />}
      {above}
    </>
  );
  return (
    <Page title={title} hasErrors={form.errors.length > 0} before={before}>
      <form noValidate onSubmit={form.onSubmit}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        {children}
        <Button type="submit" busy={form.sending}>
          {form.sending ? t('doors.one-moment') : (action ?? t('doors.continue'))}
        </Button>
      </form>
      {after}
    </Page>
  );
}
