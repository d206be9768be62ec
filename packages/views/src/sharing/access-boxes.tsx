import { useT } from '@heldwell/ui/i18n';
import type { ReactNode } from 'react';
import { LabelCheckboxes } from '../labels/label-checkboxes.tsx';
import messages from './give.messages.json';
import type { Access, GivingFor } from './giving-for.ts';
import { type GranteeKind, RightsCheckboxes } from './rights-choice.tsx';

type AccessBoxesProps = {
  kind: GranteeKind;
  value: Access;
  /** What is wrong with the labels. */
  error?: string;
  onChange: (access: Access) => void;
  /** Left out where the patient gives: of another only what they hold themself is offered. */
  forOther?: GivingFor;
  /** What they would see with it: between what they can see and what they can do. */
  children?: ReactNode;
};

/** The boxes to tick: what somebody can see, and what they can do. */
export function AccessBoxes({ kind, value, error, onChange, forOther, children }: AccessBoxesProps) {
  const t = useT(messages);
  return (
    <>
      <LabelCheckboxes
        id="labels"
        legend={t('give.labels')}
        hint={t(forOther ? 'give.labels-held-hint' : 'give.labels-hint')}
        offered={forOther?.labels}
        error={error}
        value={value.labels}
        onChange={(labels) => onChange({ ...value, labels })}
      />
      {children}
      <RightsCheckboxes
        kind={kind}
        value={value.rights}
        onChange={(rights) => onChange({ ...value, rights })}
        forOther={forOther}
      />
    </>
  );
}
