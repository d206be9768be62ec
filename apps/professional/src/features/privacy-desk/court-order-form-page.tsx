import { useScreenQuery } from '@heldwell/client';
import {
  BackLink,
  Button,
  type DateParts,
  ErrorSummary,
  endOfDay,
  Page,
  type PrivacyLabelName,
  Select,
  TextInput,
} from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer, type Faults, LabelCheckboxes, useCheckedForm } from '@heldwell/views';
import { useNavigate } from 'react-router';
import { PersonFields } from '../../person-match/person-fields.tsx';
import { nobodyYet, type PersonValues, personIds, usePersonCheck } from '../../person-match/person-match.ts';
import { CourtOrderEnd } from './court-order-end.tsx';
import { useCourtOrderPlace } from './court-order-flow.tsx';
import messages from './court-orders.messages.json';
import desk from './desk.messages.json';
import { DeskTeamsQuery } from './desk-documents.ts';
import { ReasonField, useReasonCheck } from './reason-field.tsx';

const words = { ...desk, ...messages };
const never = [] as const;
const noDay: DateParts = { day: '', month: '', year: '' };

type Team = { id: string; name: string };
type Values = PersonValues & {
  team: string;
  labels: PrivacyLabelName[];
  reference: string;
  ends: boolean;
  end: DateParts;
  reason: string;
};

function useOrderCheck(): (values: Values) => Faults<Values> {
  const t = useT(words);
  const checkPerson = usePersonCheck();
  const checkReason = useReasonCheck();
  return (values) => {
    const faults: Faults<Values> = checkPerson(values);
    if (!values.reference.trim()) faults.reference = t('court.reference-missing');
    if (!values.team) faults.team = t('court.team-missing');
    if (values.labels.length === 0) faults.labels = t('court.labels-missing');
    const end = values.ends ? endOfDay(values.end) : undefined;
    if (end === null) faults.end = t('court.end-date-missing');
    else if (end && end <= new Date()) faults.end = t('court.end-date-past');
    const why = checkReason(values.reason);
    return why ? { ...faults, reason: why } : faults;
  };
}

function useOrderForm(teams: readonly Team[]) {
  const navigate = useNavigate();
  const { here, said, say } = useCourtOrderPlace();
  const check = useOrderCheck();
  return useCheckedForm<Values>({
    initial: {
      ...(said?.person ?? nobodyYet),
      team: said?.team.id ?? '',
      labels: said?.labels ?? [],
      reference: said?.reference ?? '',
      ends: Boolean(said?.end),
      end: said?.end ?? noDay,
      reason: said?.reason ?? '',
    },
    ids: { ...personIds, end: 'end-date-day' },
    check,
    send: async ({ team, labels, reference, ends, end, reason, ...person }) => {
      const chosen = teams.find(({ id }) => id === team);
      if (!chosen) return undefined;
      say({ person, team: chosen, labels, reference, end: ends ? end : null, reason });
      await navigate(`${here}/check`);
      return undefined;
    },
  });
}

function OrderForm({ teams }: { teams: readonly Team[] }) {
  const t = useT(words);
  const { path } = useCourtOrderPlace();
  const form = useOrderForm(teams);
  const { values, faultOf, set } = form;
  return (
    <Page
      title={t('court.new')}
      section={t('desk.title')}
      caption={t('court.step', { step: 1 })}
      hasErrors={form.errors.length > 0}
      before={<BackLink to={`${path}/court-orders`}>{t('desk.back')}</BackLink>}
    >
      <form noValidate onSubmit={form.onSubmit}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <p>{t('court.who-text')}</p>
        <PersonFields
          values={values}
          faultOf={faultOf}
          set={set}
          setBirthDate={(parts) => set('birthDate', parts)}
        />
        <TextInput
          id="reference"
          label={t('court.reference')}
          hint={t('court.reference-hint')}
          error={faultOf('reference')}
          width={20}
          maxLength={100}
          autoComplete="off"
          value={values.reference}
          onChange={({ target }) => set('reference', target.value)}
        />
        <Select
          id="team"
          label={t('court.team-label')}
          withEmpty
          error={faultOf('team')}
          options={teams.map(({ id, name }) => ({ value: id, label: name }))}
          value={values.team}
          onChange={({ target }) => set('team', target.value)}
        />
        <LabelCheckboxes
          id="labels"
          legend={t('court.labels-legend')}
          hint={t('court.labels-hint')}
          error={faultOf('labels')}
          value={values.labels}
          onChange={(labels) => set('labels', labels)}
        />
        <CourtOrderEnd
          ends={values.ends}
          end={values.end}
          error={faultOf('end')}
          onEnds={(ends) => set('ends', ends)}
          onEnd={(end) => set('end', end)}
        />
        <ReasonField
          label={t('court.why')}
          hint={t('court.why-hint')}
          error={faultOf('reason')}
          value={values.reason}
          onChange={(reason) => set('reason', reason)}
        />
        <Button>{t('desk.continue')}</Button>
      </form>
    </Page>
  );
}

/** The first step: whose record, and what the court ordered. */
export function CourtOrderFormPage() {
  const t = useT(words);
  const { office } = useCourtOrderPlace();
  const query = useScreenQuery(DeskTeamsQuery, { office: office.id }, { on: never });
  if (query.data) return <OrderForm teams={query.data.privacyDesk?.teams ?? []} />;
  return (
    <Page title={t('court.new')} section={t('desk.title')}>
      <Answer to={query} what={t('court.teams')}>
        {() => null}
      </Answer>
    </Page>
  );
}
