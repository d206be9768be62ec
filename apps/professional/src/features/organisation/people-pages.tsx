import { useScreenQuery } from '@heldwell/client';
import {
  BackLink,
  Bidi,
  Button,
  ButtonLink,
  ErrorSummary,
  Page,
  Radios,
  Select,
  Table,
  useFormat,
} from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer, type Faults, useCheckedForm } from '@heldwell/views';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { type Done, DoneBanner } from '../../done-banner/done-banner.tsx';
import messages from './organisation.messages.json';
import { EndOffice, GiveOffice, InviteStaff, OrganisationPeopleQuery } from './organisation-documents.ts';
import { Gone, useOrganisationPlace } from './organisation-layout.tsx';
import { EmailField, type Office, OfficeField, useEmailCheck } from './staff-fields.tsx';
import { useAct } from './use-act.ts';
import { WaitingInvitations } from './waiting-invitations.tsx';

type Officer = { id: string; name: string; office: Office; since: string };

function Officers({ officers }: { officers: readonly Officer[] }) {
  const t = useT(messages);
  const format = useFormat();
  const navigate = useNavigate();
  const { organisation } = useOrganisationPlace();
  const { run, running } = useAct(EndOffice);
  const [refused, setRefused] = useState({ words: '', attempt: 0 });
  const end = async ({ id: person, name, office }: Officer) => {
    const refusal = await run({ input: { organisation: organisation.id, person, office } });
    const words = refusal?.message ?? t('org.refused-NOT_FOUND');
    if (refusal) return setRefused(({ attempt }) => ({ words, attempt: attempt + 1 }));
    return navigate('.', { replace: true, state: { done: t('people.ended', { name }) } satisfies Done });
  };
  return (
    <>
      <ErrorSummary errors={refused.words ? [{ message: refused.words }] : []} attempt={refused.attempt} />
      <Table
        caption={t('people.officers')}
        rows={officers}
        rowKey={({ id, office }) => `${id} ${office}`}
        columns={[
          { id: 'name', header: t('people.name'), cell: ({ name }) => name },
          { id: 'office', header: t('people.office'), cell: ({ office }) => t(`org.office-${office}`) },
          { id: 'since', header: t('people.since'), cell: ({ since }) => <Bidi>{format.date(since)}</Bidi> },
          {
            id: 'end',
            header: t('people.end'),
            headerHidden: true,
            cell: (officer) => (
              <Button
                type="button"
                variant="secondary"
                small
                busy={running}
                onClick={() => void end(officer)}
              >
                {t('people.end')}
                <span className="nhsuk-u-visually-hidden">{` ${t('people.end-of', { name: officer.name })}`}</span>
              </Button>
            ),
          },
        ]}
      />
    </>
  );
}

/** Who holds an office of the organisation. */
export function OrganisationPeoplePage() {
  const t = useT(messages);
  const { organisation, path } = useOrganisationPlace();
  const query = useScreenQuery(OrganisationPeopleQuery, { id: organisation.id });
  return (
    <Page
      title={t('org.people')}
      section={t('org.title')}
      caption={organisation.name}
      before={<DoneBanner />}
    >
      <p>{t('people.intro')}</p>
      <Answer to={query} what={t('people.what')}>
        {({ staffOrganisation: found }) =>
          found ? (
            <>
              <Officers officers={found.officers} />
              <ButtonLink to={`${path}/people/new`}>{t('people.invite')}</ButtonLink>
              <WaitingInvitations invitations={found.invitations} />
            </>
          ) : (
            <Gone part="org" />
          )
        }
      </Answer>
    </Page>
  );
}

type Values = { who: string; person: string; email: string; office: string };

function useOfficeForm() {
  const t = useT(messages);
  const navigate = useNavigate();
  const { organisation, path } = useOrganisationPlace();
  const give = useAct(GiveOffice);
  const invite = useAct(InviteStaff);
  const faultOfEmail = useEmailCheck();
  const [id] = useState(() => crypto.randomUUID());
  return useCheckedForm<Values>({
    initial: { who: 'here', person: '', email: '', office: '' },
    check: ({ who, person, email, office }) => {
      const faults: Faults<Values> = {};
      if (who === 'here' && !person) faults.person = t('people.person-missing');
      const wrong = who === 'new' ? faultOfEmail(email) : undefined;
      if (wrong) faults.email = wrong;
      if (!office) faults.office = t('people.office-missing');
      return faults;
    },
    send: async ({ who, person, email, office: chosen }) => {
      const office = chosen as Office;
      const to = email.trim();
      const refusal =
        who === 'here'
          ? await give.run({ input: { organisation: organisation.id, person, office } })
          : await invite.run({ input: { id, organisation: organisation.id, email: to, office } });
      const done = who === 'here' ? t('people.given') : t('staff.sent', { email: to });
      if (!refusal) await navigate(`${path}/people`, { state: { done } satisfies Done });
      return refusal;
    },
  });
}

/** Gives somebody who works here an office, or asks somebody new by e-mail. */
export function NewOfficerPage() {
  const t = useT(messages);
  const { organisation, path } = useOrganisationPlace();
  const query = useScreenQuery(OrganisationPeopleQuery, { id: organisation.id });
  const { values, set, faultOf, ...form } = useOfficeForm();
  const members = (query.data?.staffOrganisation?.teams ?? []).flatMap((team) => team.members);
  const people = [...new Map(members.map(({ id, name }) => [id, name]))];
  return (
    <Page
      title={t('people.invite')}
      section={t('org.title')}
      hasErrors={form.errors.length > 0}
      before={<BackLink to={`${path}/people`}>{t('org.back')}</BackLink>}
    >
      <form noValidate onSubmit={form.onSubmit}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <OfficeField
          value={values.office}
          error={faultOf('office')}
          onChange={(office) => set('office', office)}
        />
        <Radios
          id="who"
          legend={t('people.who')}
          items={[
            {
              value: 'here',
              label: t('people.who-here'),
              conditional: (
                <Select
                  id="person"
                  label={t('people.person')}
                  withEmpty
                  error={faultOf('person')}
                  options={people.map(([value, label]) => ({ value, label }))}
                  value={values.person}
                  onChange={({ target }) => set('person', target.value)}
                />
              ),
            },
            {
              value: 'new',
              label: t('people.who-new'),
              conditional: (
                <EmailField
                  value={values.email}
                  error={faultOf('email')}
                  onChange={(email) => set('email', email)}
                />
              ),
            },
          ]}
          value={values.who}
          onChange={({ target }) => set('who', target.value)}
        />
        <Button busy={form.sending}>{t(form.sending ? 'org.saving' : 'people.invite')}</Button>
      </form>
    </Page>
  );
}
