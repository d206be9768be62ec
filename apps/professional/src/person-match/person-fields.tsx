import { DateInput, type DateParts, TextInput } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import messages from './person-match.messages.json';
import type { PersonValues } from './person-match.ts';

type PersonFieldsProps = {
  values: PersonValues;
  faultOf: (name: keyof PersonValues) => string | undefined;
  set: (name: 'nhsNumber' | 'familyName', value: string) => void;
  setBirthDate: (parts: DateParts) => void;
};

/** NHS number, date of birth and last name: what a person is matched by, all three. */
export function PersonFields({ values, faultOf, set, setBirthDate }: PersonFieldsProps) {
  const t = useT(messages);
  return (
    <>
      <TextInput
        id="nhsNumber"
        label={t('person.nhs-number')}
        hint={t('person.nhs-number-hint')}
        error={faultOf('nhsNumber')}
        width={10}
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        value={values.nhsNumber}
        onChange={(event) => set('nhsNumber', event.target.value)}
      />
      <DateInput
        id="birthDate"
        legend={t('person.birth-date')}
        hint={t('person.birth-date-hint')}
        error={faultOf('birthDate')}
        value={values.birthDate}
        onChange={setBirthDate}
      />
      <TextInput
        id="familyName"
        label={t('person.family-name')}
        error={faultOf('familyName')}
        width={20}
        maxLength={120}
        autoComplete="off"
        spellCheck={false}
        value={values.familyName}
        onChange={(event) => set('familyName', event.target.value)}
      />
    </>
  );
}
