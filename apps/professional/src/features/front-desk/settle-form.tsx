import { useCommand } from '@heldwell/client';
import { Button, ErrorSummary, InsetText, Page, Radios } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { type Faults, type Refusal, useCheckedForm } from '@heldwell/views';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { Done } from '../../done-banner/done-banner.tsx';
import { DocumentsField } from './documents-field.tsx';
import desk from './front-desk.messages.json';
import messages from './matching.messages.json';
import { type MatchCase, SettleMatch } from './matching-documents.ts';
import type { DocumentKind } from './register-flow.tsx';

const words = { ...desk, ...messages };

type Values = { same: string; documents: DocumentKind[] };

type SettleFormProps = {
  one: MatchCase;
  team: { id: string; name: string };
  name: string;
  before: ReactNode;
  children: ReactNode;
};

/** Says whether it is one person: with what was seen, and what comes of it before it is said. */
export function SettleForm({ one, team, name, before, children }: SettleFormProps) {
  const t = useT(words);
  const navigate = useNavigate();
  const { run } = useCommand(SettleMatch);
  const form = useCheckedForm<Values>({
    initial: { same: '', documents: [] },
    check: ({ same, documents }): Faults<Values> => {
      if (!same) return { same: t('match.choose') };
      return same === 'yes' && documents.length === 0 ? { documents: t('match.documents-choose') } : {};
    },
    send: async ({ same, documents }): Promise<Refusal<Values>> => {
      const samePerson = same === 'yes';
      const input = { case: one.id, team: team.id, samePerson, documents: samePerson ? documents : [] };
      const { data, problem } = await run({ input });
      if (!data) return { problem };
      if (data.done.__typename === 'FrontDeskRefused')
        return { message: t(`match.refused-${data.done.why}`) };
      if (data.done.__typename === 'NotFound') return { message: t('match.gone-text') };
      const state: Done = { done: t(`match.done-${data.done.outcome}`, { name }) };
      await navigate(`/teams/${team.id}/patients/matches`, { replace: true, state });
      return undefined;
    },
  });
  const { same, documents } = form.values;
  return (
    <Page
      title={t('match.one')}
      caption={name}
      section={team.name}
      hasErrors={form.errors.length > 0}
      before={before}
    >
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      {children}
      {one.viewerMaySettle ? (
        <form noValidate onSubmit={form.onSubmit}>
          <Radios
            id="same"
            legend={t('match.question')}
            legendSize="m"
            hint={t('match.question-hint')}
            error={form.faultOf('same')}
            items={[
              ...(one.ifSamePerson
                ? [{ value: 'yes', label: t('match.yes'), hint: t(`match.yes-${one.ifSamePerson}`) }]
                : []),
              { value: 'no', label: t('match.no'), hint: t(`match.no-${one.kind}`) },
            ]}
            value={same}
            onChange={({ target }) => form.set('same', target.value)}
          />
          {one.ifSamePerson === null && (
            <InsetText>
              <p>{t('match.nobody')}</p>
            </InsetText>
          )}
          {same === 'yes' && (
            <DocumentsField
              error={form.faultOf('documents')}
              value={documents}
              onChange={(seen) =>
                form.set(
                  'documents',
                  seen.filter((kind) => kind !== 'NONE'),
                )
              }
            />
          )}
          <p>{t('match.noted')}</p>
          <Button busy={form.sending}>{t(form.sending ? 'front.sending' : 'match.submit')}</Button>
        </form>
      ) : (
        <InsetText>
          <p>{t('match.oneself')}</p>
        </InsetText>
      )}
    </Page>
  );
}
