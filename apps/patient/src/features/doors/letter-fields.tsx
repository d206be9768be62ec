import { type DateParts, TextInput } from '@heldwell/ui';
import { type Translate, useT } from '@heldwell/ui/i18n';
import {
  BirthDateField,
  type CheckedForm,
  type Faults,
  partsOf,
  type Refusal,
  readDay,
  useBirthDateFault,
  useCheckedForm,
} from '@heldwell/views';
import messages from './doors.messages.json';

/** What is typed from a letter, and the birth date that is not in it. */
export type LetterSaid = { firstCode: string; secondCode: string; birthDate: DateParts };

/** As the server takes it. */
export const letterInput = ({ birthDate, ...codes }: LetterSaid) => ({
  ...codes,
  birthDate: readDay(birthDate) ?? '',
});

const LENGTH = 8;

function faultOfCode(typed: string, missing: string, length: string): string | null {
  const code = typed.replace(/[^\p{L}\p{N}]/gu, '');
  if (code === '') return missing;
  return code.length === LENGTH ? null : length;
}

function faultsOfCodes(said: LetterSaid, t: Translate<keyof typeof messages>): Faults<LetterSaid> {
  const faults: Faults<LetterSaid> = {};
  const length = t('doors.letter-code-length');
  const first = faultOfCode(said.firstCode, t('doors.first-code-missing'), length);
  const second = faultOfCode(said.secondCode, t('doors.second-code-missing'), length);
  if (first) faults.firstCode = first;
  if (second) faults.secondCode = second;
  return faults;
}

/** The form of a letter. */
export function useLetterForm(
  said: LetterSaid | null,
  send: (typed: LetterSaid) => Promise<Refusal<LetterSaid>>,
): CheckedForm<LetterSaid> {
  const t = useT(messages);
  const faultOfDate = useBirthDateFault();
  return useCheckedForm<LetterSaid>({
    initial: said ?? { firstCode: '', secondCode: '', birthDate: partsOf(null) },
    ids: { birthDate: 'birthDate-day' },
    check: (typed) => {
      const wrongDate = faultOfDate(typed.birthDate);
      return { ...faultsOfCodes(typed, t), ...(wrongDate && { birthDate: wrongDate }) };
    },
    send,
  });
}

/** Both codes and the birth date. */
export function LetterFields({ form }: { form: CheckedForm<LetterSaid> }) {
  const t = useT(messages);
  const code = (name: 'firstCode' | 'secondCode', label: string) => (
    <TextInput
      id={name}
      label={label}
      hint={t('doors.code-hint')}
      code
      width={20}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      value={form.values[name]}
      error={form.faultOf(name)}
      onChange={(event) => form.set(name, event.target.value)}
    />
  );
  return (
    <>
      {code('firstCode', t('doors.first-code'))}
      {code('secondCode', t('doors.second-code'))}
      <BirthDateField
        why={t('doors.letter-birth-date-why')}
        value={form.values.birthDate}
        error={form.faultOf('birthDate')}
        onChange={(parts) => form.set('birthDate', parts)}
      />
    </>
  );
}
