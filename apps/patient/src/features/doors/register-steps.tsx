import { RegistrationAgeQuery, useHeldwell } from '@heldwell/client';
import { BackLink, type DateParts, Details, Link, Page, Radios, TextInput } from '@heldwell/ui';
import { Rich, useT } from '@heldwell/ui/i18n';
import { BirthDateField, partsOf, readDay, useBirthDateFault, useCheckedForm } from '@heldwell/views';
import type { ReactNode } from 'react';
import messages from './doors.messages.json';
import { Question } from './question.tsx';
import { readNhsNumber, type StepProps } from './said.ts';

type AgeStepProps = Omit<StepProps, 'back'> & { above?: ReactNode; onYoung: () => void };

/** Asks for the birth date first: of somebody under 16 nothing else is asked, and nothing kept. */
export function AgeStep({ said, onSaid, above, onYoung }: AgeStepProps) {
  const t = useT(messages);
  const { urql } = useHeldwell();
  const faultOfDate = useBirthDateFault();
  const form = useCheckedForm<{ birthDate: DateParts }>({
    initial: { birthDate: partsOf(said.birthDate) },
    ids: { birthDate: 'birthDate-day' },
    check: ({ birthDate }) => {
      const wrong = faultOfDate(birthDate);
      return wrong ? { birthDate: wrong } : {};
    },
    send: async ({ birthDate }) => {
      const day = readDay(birthDate) ?? '';
      const { data } = await urql
        .query(RegistrationAgeQuery, { birthDate: day }, { requestPolicy: 'network-only' })
        .toPromise();
      if (!data) return { problem: { kind: navigator.onLine ? 'broken' : 'offline', fields: [] } };
      if (data.registrationAge === 'NOT_A_BIRTH_DATE')
        return { faults: { birthDate: t('doors.birth-date-not') } };
      if (data.registrationAge === 'UNDER_16') onYoung();
      else onSaid({ birthDate: day });
      return undefined;
    },
  });
  const known = (
    <Details summary={t('doors.letter-known')}>
      <p>
        <Link to="/sign-in">{t('doors.to-sign-in')}</Link>
      </p>
    </Details>
  );
  return (
    <Question title={t('doors.age')} form={form} above={above} after={known}>
      <BirthDateField
        why={t('doors.age-why')}
        value={form.values.birthDate}
        error={form.faultOf('birthDate')}
        onChange={(parts) => form.set('birthDate', parts)}
      />
    </Question>
  );
}

/** Kindly no: why, and whom to ask. */
export function YoungPage({ back }: { back: string }) {
  const t = useT(messages);
  const help = (words: string) => <Link to="/help">{words}</Link>;
  return (
    <Page title={t('doors.young')} before={<BackLink to={back} />}>
      <p>{t('doors.young-nothing')}</p>
      <p>{t('doors.young-record')}</p>
      <p>{t('doors.young-ask')}</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>{t('doors.young-gp')}</li>
        <li>{t('doors.young-school')}</li>
      </ul>
      <p>
        <Rich text={t('doors.young-help')} parts={{ link: help }} />
      </p>
    </Page>
  );
}

type Names = { givenName: string; familyName: string; preferredName: string };

/** Asks for the name. */
export function NameStep({ said, onSaid, back }: StepProps) {
  const t = useT(messages);
  const { givenName, familyName, preferredName } = said;
  const form = useCheckedForm<Names>({
    initial: { givenName, familyName, preferredName },
    check: (values) => ({
      ...(values.givenName.trim() ? {} : { givenName: t('doors.given-name-missing') }),
      ...(values.familyName.trim() ? {} : { familyName: t('doors.family-name-missing') }),
    }),
    send: async (values) => {
      onSaid(values);
      return undefined;
    },
  });
  const field = (name: keyof Names) => ({
    id: name,
    value: form.values[name],
    error: form.faultOf(name),
    onChange: (event: { target: { value: string } }) => form.set(name, event.target.value),
  });
  return (
    <Question title={t('doors.details')} form={form} back={back}>
      <p>{t('doors.details-why')}</p>
      <TextInput {...field('givenName')} label={t('doors.given-name')} autoComplete="given-name" />
      <TextInput {...field('familyName')} label={t('doors.family-name')} autoComplete="family-name" />
      <TextInput {...field('preferredName')} label={t('doors.preferred-name')} autoComplete="nickname" />
    </Question>
  );
}

type Number_ = { knows: 'yes' | 'no' | null; nhsNumber: string };

/** Asks for the NHS number, with a way on for those who do not know it. */
export function NhsNumberStep({ said, onSaid, back }: StepProps) {
  const t = useT(messages);
  const form = useCheckedForm<Number_>({
    initial: {
      knows: said.nhsNumber === null ? null : said.nhsNumber ? 'yes' : 'no',
      nhsNumber: said.nhsNumber ?? '',
    },
    check: ({ knows, nhsNumber }) => {
      if (!knows) return { knows: t('doors.nhs-missing') };
      return knows === 'no' || readNhsNumber(nhsNumber) ? {} : { nhsNumber: t('doors.nhs-wrong') };
    },
    send: async ({ knows, nhsNumber }) => {
      onSaid({ nhsNumber: knows === 'yes' ? readNhsNumber(nhsNumber) : '' });
      return undefined;
    },
  });
  const number = (
    <TextInput
      id="nhsNumber"
      label={t('doors.nhs-number')}
      hint={t('doors.nhs-hint')}
      inputMode="numeric"
      autoComplete="off"
      width={20}
      value={form.values.nhsNumber}
      error={form.faultOf('nhsNumber')}
      onChange={(event) => form.set('nhsNumber', event.target.value)}
    />
  );
  return (
    <Question title={t('doors.nhs')} form={form} back={back}>
      <p>{t('doors.nhs-why')}</p>
      <p>{t('doors.nhs-kept')}</p>
      <Radios
        id="knows"
        legend={t('doors.nhs-number')}
        legendSize="s"
        error={form.faultOf('knows')}
        value={form.values.knows}
        items={[
          { value: 'yes', label: t('doors.nhs-yes'), conditional: number },
          { value: 'no', label: t('doors.nhs-no') },
        ]}
        onChange={(event) => form.set('knows', event.target.value as 'yes' | 'no')}
      />
    </Question>
  );
}
