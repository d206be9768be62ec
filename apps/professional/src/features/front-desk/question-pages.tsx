import { DateInput, InsetText, Radios, Textarea, TextInput } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import type { Faults } from '@heldwell/views';
import { checkDigitFits } from '../../person-match/nhs-number.ts';
import { readBirthDate } from '../../person-match/person-match.ts';
import messages from './front-desk.messages.json';
import { QuestionPage, useQuestion } from './question.tsx';
import { type Entered, useRegisterPlace } from './register-flow.tsx';

type Part<Name extends keyof Entered> = Pick<Entered, Name>;

const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** The first question: the name. */
export function NamePage() {
  const t = useT(messages);
  const { title, givenName, familyName, preferredName } = useRegisterPlace().entered;
  type Values = Part<'title' | 'givenName' | 'familyName' | 'preferredName'>;
  const form = useQuestion<Values>({
    step: '',
    initial: { title, givenName, familyName, preferredName },
    check: (values) => {
      const faults: Faults<Values> = {};
      if (!values.givenName.trim()) faults.givenName = t('reg.given-missing');
      if (!values.familyName.trim()) faults.familyName = t('reg.family-missing');
      return faults;
    },
  });
  const field = (name: keyof Values, label: string, width: 5 | 20) => (
    <TextInput
      id={name}
      label={label}
      error={form.faultOf(name)}
      width={width}
      maxLength={name === 'title' ? 20 : 120}
      autoComplete="off"
      spellCheck={false}
      value={form.values[name]}
      onChange={({ target }) => form.set(name, target.value)}
    />
  );
  return (
    <QuestionPage step="" title={t('reg.name')} form={form}>
      <p>{t('reg.name-text')}</p>
      {field('title', t('reg.title-field'), 5)}
      {field('givenName', t('reg.given'), 20)}
      {field('familyName', t('reg.family'), 20)}
      {field('preferredName', t('reg.preferred'), 20)}
    </QuestionPage>
  );
}

/** Whether somebody born on this day is not sixteen yet, where the console is. */
const isUnderSixteen = (born: string): boolean => {
  const now = new Date();
  const turned = `${Number(born.slice(0, 4)) + 16}${born.slice(4)}`;
  return turned > now.toISOString().slice(0, 10);
};

/** The date of birth. */
export function BirthDatePage() {
  const t = useT(messages);
  const { birthDate } = useRegisterPlace().entered;
  const form = useQuestion<Part<'birthDate'>>({
    step: 'birth-date',
    initial: { birthDate },
    ids: { birthDate: 'birthDate-day' },
    check: ({ birthDate: parts }): Faults<Part<'birthDate'>> => {
      if (!Object.values(parts).some((part) => part.trim()))
        return { birthDate: t('reg.birth-date-missing') };
      return readBirthDate(parts) ? {} : { birthDate: t('reg.birth-date-wrong') };
    },
  });
  const born = readBirthDate(form.values.birthDate);
  return (
    <QuestionPage step="birth-date" title={t('reg.birth-date')} form={form}>
      <DateInput
        id="birthDate"
        legend={t('reg.row-birth-date')}
        hint={t('reg.birth-date-hint')}
        error={form.faultOf('birthDate')}
        value={form.values.birthDate}
        onChange={(parts) => form.set('birthDate', parts)}
      />
      <div role="status">
        {born && isUnderSixteen(born) && (
          <InsetText>
            <p>{t('reg.under-sixteen')}</p>
          </InsetText>
        )}
      </div>
    </QuestionPage>
  );
}

/** The NHS number, with a way on for whoever does not know it. */
export function NhsNumberPage() {
  const t = useT(messages);
  const { knowsNumber, nhsNumber } = useRegisterPlace().entered;
  type Values = Part<'knowsNumber' | 'nhsNumber'>;
  const form = useQuestion<Values>({
    step: 'nhs-number',
    initial: { knowsNumber, nhsNumber },
    check: ({ knowsNumber: knows, nhsNumber: number }): Faults<Values> => {
      const digits = number.replace(/\D/gu, '');
      if (!knows) return { knowsNumber: t('reg.nhs-choose') };
      if (knows === 'no') return {};
      if (digits.length !== 10) return { nhsNumber: t('reg.nhs-length') };
      return checkDigitFits(digits) && !/^(\d)\1+$/.test(digits) ? {} : { nhsNumber: t('reg.nhs-digits') };
    },
  });
  const number = (
    <TextInput
      id="nhsNumber"
      label={t('reg.nhs-number')}
      hint={t('reg.nhs-number-hint')}
      error={form.faultOf('nhsNumber')}
      width={10}
      inputMode="numeric"
      autoComplete="off"
      spellCheck={false}
      value={form.values.nhsNumber}
      onChange={({ target }) => form.set('nhsNumber', target.value)}
    />
  );
  return (
    <QuestionPage step="nhs-number" title={t('reg.nhs')} form={form}>
      <Radios
        id="knowsNumber"
        legend={<span className="nhsuk-u-visually-hidden">{t('reg.nhs')}</span>}
        error={form.faultOf('knowsNumber')}
        items={[
          { value: 'yes', label: t('reg.nhs-yes'), conditional: number },
          { value: 'no', label: t('reg.nhs-no'), hint: t('reg.nhs-no-hint') },
        ]}
        value={form.values.knowsNumber || null}
        onChange={({ target }) => form.set('knowsNumber', target.value === 'yes' ? 'yes' : 'no')}
      />
    </QuestionPage>
  );
}

/** How to reach them; all of it may be left out. */
export function ContactPage() {
  const t = useT(messages);
  const { address: street, phone, email } = useRegisterPlace().entered;
  type Values = Part<'address' | 'phone' | 'email'>;
  const form = useQuestion<Values>({
    step: 'contact',
    initial: { address: street, phone, email },
    check: (values) => {
      const faults: Faults<Values> = {};
      if (values.address.length > 400) faults.address = t('reg.too-long');
      if (values.email.trim() && !address.test(values.email.trim())) faults.email = t('reg.email-wrong');
      return faults;
    },
  });
  return (
    <QuestionPage step="contact" title={t('reg.contact')} form={form}>
      <p>{t('reg.contact-text')}</p>
      <Textarea
        id="address"
        label={t('reg.address')}
        hint={t('reg.address-hint')}
        error={form.faultOf('address')}
        rows={4}
        value={form.values.address}
        onChange={({ target }) => form.set('address', target.value)}
      />
      <TextInput
        id="phone"
        type="tel"
        label={t('reg.phone')}
        width={20}
        maxLength={40}
        autoComplete="off"
        value={form.values.phone}
        onChange={({ target }) => form.set('phone', target.value)}
      />
      <TextInput
        id="email"
        type="email"
        label={t('reg.email')}
        hint={t('reg.email-hint')}
        error={form.faultOf('email')}
        width={30}
        autoComplete="off"
        spellCheck={false}
        value={form.values.email}
        onChange={({ target }) => form.set('email', target.value)}
      />
    </QuestionPage>
  );
}
