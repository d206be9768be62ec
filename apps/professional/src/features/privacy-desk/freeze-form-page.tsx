import { useScreenQuery } from '@heldwell/client';
import { BackLink, Button, ErrorSummary, Page, Select } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer, type Faults, useCheckedForm } from '@heldwell/views';
import { useNavigate } from 'react-router';
import { PersonFields } from '../../person-match/person-fields.tsx';
import { nobodyYet, type PersonValues, personIds, usePersonCheck } from '../../person-match/person-match.ts';
import desk from './desk.messages.json';
import { DeskPeopleQuery } from './desk-documents.ts';
import { WhatWillHappen } from './desk-layout.tsx';
import { useFreezePlace } from './freeze-flow.tsx';
import { useFreezeLines } from './freeze-words.ts';
import messages from './freezes.messages.json';
import { ReasonField, useReasonCheck } from './reason-field.tsx';

const words = { ...desk, ...messages };
const never = [] as const;

type Values = PersonValues & { somebody: string; reason: string };
type Somebody = { id: string; name: string; teams: string };

function useFreezeForm(people: readonly Somebody[] | null) {
  const t = useT(words);
  const navigate = useNavigate();
  const { here, said, say } = useFreezePlace();
  const checkPerson = usePersonCheck();
  const checkReason = useReasonCheck();
  return useCheckedForm<Values>({
    initial: {
      ...(said?.person ?? nobodyYet),
      somebody: said?.somebody?.id ?? '',
      reason: said?.reason ?? '',
    },
    ids: personIds,
    check: (values) => {
      const faults: Faults<Values> = people ? {} : checkPerson(values);
      if (people && !values.somebody) faults.somebody = t('freezes.person-missing');
      const why = checkReason(values.reason);
      return why ? { ...faults, reason: why } : faults;
    },
    send: async ({ somebody, reason, ...person }) => {
      const chosen = people?.find(({ id }) => id === somebody);
      say(chosen ? { somebody: chosen, reason } : { person, reason });
      await navigate(`${here}/check`);
      return undefined;
    },
  });
}

/** The first step: of a record who is meant, of a person who of those who work here; and why. */
function FreezeForm({ people }: { people: readonly Somebody[] | null }) {
  const t = useT(words);
  const { kind, path, office } = useFreezePlace();
  const lines = useFreezeLines()(kind, office.name);
  const form = useFreezeForm(people);
  const { values, faultOf, set } = form;
  const title = t(`freezes.new-${kind}`);
  return (
    <Page
      title={title}
      section={t('desk.title')}
      caption={t('freezes.step', { title: t('desk.freezes'), step: 1 })}
      hasErrors={form.errors.length > 0}
      before={<BackLink to={`${path}/freezes`}>{t('desk.back')}</BackLink>}
    >
      <form noValidate onSubmit={form.onSubmit}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <WhatWillHappen lines={lines} />
        {people ? (
          <Select
            id="somebody"
            label={t('freezes.person')}
            withEmpty
            error={faultOf('somebody')}
            options={people.map(({ id, name, teams }) => ({ value: id, label: `${name}, ${teams}` }))}
            value={values.somebody}
            onChange={({ target }) => set('somebody', target.value)}
          />
        ) : (
          <>
            <p>{t('freezes.who-text')}</p>
            <PersonFields
              values={values}
              faultOf={faultOf}
              set={set}
              setBirthDate={(parts) => set('birthDate', parts)}
            />
          </>
        )}
        <ReasonField
          label={t('freezes.why')}
          hint={t('freezes.why-hint')}
          error={faultOf('reason')}
          value={values.reason}
          onChange={(reason) => set('reason', reason)}
        />
        <Button>{t('desk.continue')}</Button>
      </form>
    </Page>
  );
}

function FreezeSomebody() {
  const t = useT(words);
  const { office } = useFreezePlace();
  const query = useScreenQuery(DeskPeopleQuery, { office: office.id }, { on: never });
  if (query.data) return <FreezeForm people={query.data.privacyDesk?.people ?? []} />;
  return (
    <Page title={t('freezes.new-person')} section={t('desk.title')}>
      <Answer to={query} what={t('freezes.people')}>
        {() => null}
      </Answer>
    </Page>
  );
}

/** What is to be frozen, and why. */
export function FreezeFormPage() {
  return useFreezePlace().kind === 'person' ? <FreezeSomebody /> : <FreezeForm people={null} />;
}
