import { Checkboxes } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import type { GrantRight, ShownGrant } from '@heldwell/views';
import messages from './give.messages.json';

export type GranteeKind = ShownGrant['grantee']['kind'];
type OtherRight = Exclude<GrantRight, 'SEE'>;

const staffRights: OtherRight[] = ['MESSAGE', 'ADD', 'BOOK_APPOINTMENT'];
const rightsOf: Record<GranteeKind, OtherRight[]> = {
  TEAM: staffRights,
  ORGANISATION: staffRights,
  CARER: ['MESSAGE', 'REQUEST_APPOINTMENT', 'ADD', 'SEE_LOG', 'MANAGE_SHARING'],
  PROFESSIONAL: ['MESSAGE', 'ADD'],
  APP: ['ADD'],
};

const isOther = (right: GrantRight): right is OtherRight => right !== 'SEE';

type RightsCheckboxesProps = {
  kind: GranteeKind;
  value: readonly GrantRight[];
  onChange: (rights: GrantRight[]) => void;
};

/** What somebody can do beside seeing, which everybody can; rights they already have are always offered. */
export function RightsCheckboxes({ kind, value, onChange }: RightsCheckboxesProps) {
  const t = useT(messages);
  const offered = [...new Set([...rightsOf[kind], ...value.filter(isOther)])];
  return (
    <Checkboxes
      id="may"
      legend={t('give.may')}
      legendSize="m"
      hint={t('give.may-hint')}
      items={offered.map((right) => ({
        value: right,
        label: t(`give.may-${right}`),
        hint: t(`give.hint-${right}`),
      }))}
      value={[...value]}
      onChange={({ target }) =>
        onChange([
          'SEE',
          ...offered.filter((right) => (right === target.value ? target.checked : value.includes(right))),
        ])
      }
    />
  );
}
