import { BirthDate, NhsNumber, type SummaryRow } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { type PersonValues, readPerson } from '../../person-match/person-match.ts';
import messages from './desk.messages.json';

/** Gives who is meant as rows to check, with the way back to change it. */
export function usePersonRows(): (person: PersonValues, to: string) => SummaryRow[] {
  const t = useT(messages);
  return (person, to) => {
    const { nhsNumber, birthDate, familyName } = readPerson(person);
    return [
      {
        key: t('desk.nhs-no'),
        value: <NhsNumber digits={nhsNumber} />,
        actions: [{ label: t('desk.change'), hidden: t('desk.change-who'), to }],
      },
      { key: t('desk.born'), value: <BirthDate date={birthDate} /> },
      { key: t('desk.last-name'), value: familyName },
    ];
  };
}
