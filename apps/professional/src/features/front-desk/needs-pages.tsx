import { Radios, Textarea, TextInput } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import type { Faults } from '@heldwell/views';
import { DocumentsField } from './documents-field.tsx';
import messages from './front-desk.messages.json';
import { QuestionPage, useQuestion } from './question.tsx';
import { type Entered, useRegisterPlace } from './register-flow.tsx';

type Part<Name extends keyof Entered> = Pick<Entered, Name>;

/** Language, interpreter and communication needs. */
export function NeedsPage() {
  const t = useT(messages);
  const { language, interpreter, needs } = useRegisterPlace().entered;
  type Values = Part<'language' | 'interpreter' | 'needs'>;
  const form = useQuestion<Values>({
    step: 'needs',
    initial: { language, interpreter, needs },
    check: (values): Faults<Values> => (values.needs.length > 500 ? { needs: t('reg.too-long') } : {}),
  });
  return (
    <QuestionPage step="needs" title={t('reg.needs')} form={form}>
      <TextInput
        id="language"
        label={t('reg.language')}
        width={20}
        maxLength={60}
        value={form.values.language}
        onChange={({ target }) => form.set('language', target.value)}
      />
      <Radios
        id="interpreter"
        legend={t('reg.interpreter')}
        items={[
          { value: 'yes', label: t('front.yes') },
          { value: 'no', label: t('front.no') },
          { value: '', label: t('reg.interpreter-unknown') },
        ]}
        value={form.values.interpreter}
        onChange={({ target }) => form.set('interpreter', target.value as Values['interpreter'])}
      />
      <Textarea
        id="needs"
        label={t('reg.needs-words')}
        hint={t('reg.needs-hint')}
        error={form.faultOf('needs')}
        rows={3}
        value={form.values.needs}
        onChange={({ target }) => form.set('needs', target.value)}
      />
    </QuestionPage>
  );
}

/** What documents were seen, and so who vouches. */
export function DocumentsPage() {
  const t = useT(messages);
  const { documents } = useRegisterPlace().entered;
  const form = useQuestion<Part<'documents'>>({
    step: 'documents',
    initial: { documents },
    check: ({ documents: seen }): Faults<Part<'documents'>> =>
      seen.length === 0 ? { documents: t('reg.documents-choose') } : {},
  });
  return (
    <QuestionPage step="documents" title={t('reg.documents')} form={form}>
      <DocumentsField
        legendHidden
        withNone
        error={form.faultOf('documents')}
        value={form.values.documents}
        onChange={(seen) => form.set('documents', seen)}
      />
    </QuestionPage>
  );
}
