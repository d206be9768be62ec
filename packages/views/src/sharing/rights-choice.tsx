import { Checkboxes } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import messages from './give.messages.json';
import type { GivingFor } from './giving-for.ts';
import type { GrantRight, ShownGrant } from './grant-words.ts';

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
  /** Left out where the patient gives. */
  forOther?: GivingFor;
};

/** What somebody can do beside seeing, which everybody can; rights they already have are always offered. */
export function RightsCheckboxes({ kind, value, onChange, forOther }: RightsCheckboxesProps) {
  const t = useT(messages);
  const held = forOther?.rights;
  const offered = [...new Set([...rightsOf[kind], ...value.filter(isOther)])].filter(
    (right) => held?.includes(right) ?? true,
  );
  if (offered.length === 0) return null;
  const itemOf = (right: OtherRight) =>
    forOther
      ? {
          label: t(`give.for-${right}`, { name: forOther.name }),
          hint: t(`give.for-hint-${right}`, { name: forOther.name }),
        }
      : { label: t(`give.may-${right}`), hint: t(`give.hint-${right}`) };
  return (
    <Checkboxes
      id="may"
      legend={t('give.may')}
      legendSize="m"
      hint={t(forOther ? 'give.may-held-hint' : 'give.may-hint')}
      items={offered.map((right) => ({ value: right, ...itemOf(right) }))}
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
