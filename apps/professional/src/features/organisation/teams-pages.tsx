import { useScreenQuery } from '@heldwell/client';
import {
  BackLink,
  Button,
  ButtonLink,
  EmptyState,
  ErrorSummary,
  LinkList,
  Page,
  TextInput,
} from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer, type Faults, useCheckedForm } from '@heldwell/views';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { type Done, DoneBanner } from '../../done-banner/done-banner.tsx';
import messages from './organisation.messages.json';
import { CreateTeam, OrganisationTeamsQuery } from './organisation-documents.ts';
import { Gone, useOrganisationPlace } from './organisation-layout.tsx';
import { useAct } from './use-act.ts';

/** The teams of an organisation. */
export function OrganisationTeamsPage() {
  const t = useT(messages);
  const { organisation, path } = useOrganisationPlace();
  const query = useScreenQuery(OrganisationTeamsQuery, { id: organisation.id });
  return (
    <Page title={t('org.teams')} section={t('org.title')} caption={organisation.name} before={<DoneBanner />}>
      <Answer to={query} what={t('org.what')}>
        {({ staffOrganisation }) =>
          staffOrganisation ? (
            <>
              {staffOrganisation.teams.length === 0 ? (
                <EmptyState heading={t('teams.none')}>
                  <p>{t('teams.none-text')}</p>
                </EmptyState>
              ) : (
                <>
                  <p>{t('teams.intro', { organisation: organisation.name })}</p>
                  <LinkList
                    label={t('org.teams')}
                    items={staffOrganisation.teams.map(({ id, name, code, members }) => ({
                      to: `${path}/teams/${id}`,
                      label: name,
                      hint: `${code} · ${t('teams.members', { count: members.length })}`,
                    }))}
                  />
                </>
              )}
              <ButtonLink to={`${path}/teams/new`}>{t('teams.new')}</ButtonLink>
            </>
          ) : (
            <Gone part="org" />
          )
        }
      </Answer>
    </Page>
  );
}

type Values = { name: string; code: string };

/** A new team: its name and code. */
export function NewTeamPage() {
  const t = useT(messages);
  const navigate = useNavigate();
  const { organisation, path } = useOrganisationPlace();
  const { run } = useAct(CreateTeam);
  const [id] = useState(() => crypto.randomUUID());
  const form = useCheckedForm<Values>({
    initial: { name: '', code: '' },
    check: ({ name, code }) => {
      const faults: Faults<Values> = {};
      if (!name.trim()) faults.name = t('teams.name-missing');
      if (!/^[A-Z0-9-]{2,20}$/.test(code.trim().toUpperCase())) faults.code = t('teams.code-wrong');
      return faults;
    },
    send: async ({ name, code }) => {
      const input = { id, organisation: organisation.id, name: name.trim(), code: code.trim().toUpperCase() };
      const refusal = await run({ input });
      if (refusal?.why === 'CODE_TAKEN') return { faults: { code: t('org.refused-CODE_TAKEN') } };
      if (!refusal) await navigate(`${path}/teams`, { state: { done: t('teams.made') } satisfies Done });
      return refusal;
    },
  });
  return (
    <Page
      title={t('teams.new')}
      section={t('org.title')}
      hasErrors={form.errors.length > 0}
      before={<BackLink to={`${path}/teams`}>{t('org.back')}</BackLink>}
    >
      <form noValidate onSubmit={form.onSubmit}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <TextInput
          id="name"
          label={t('teams.name')}
          hint={t('teams.name-hint')}
          error={form.faultOf('name')}
          maxLength={120}
          value={form.values.name}
          onChange={({ target }) => form.set('name', target.value)}
        />
        <TextInput
          id="code"
          label={t('teams.code')}
          hint={t('teams.code-hint')}
          error={form.faultOf('code')}
          width={10}
          maxLength={20}
          autoComplete="off"
          spellCheck={false}
          value={form.values.code}
          onChange={({ target }) => form.set('code', target.value)}
        />
        <Button busy={form.sending}>{t(form.sending ? 'org.saving' : 'teams.new')}</Button>
      </form>
    </Page>
  );
}
