import { Checkboxes, type PrivacyLabelName, privacyLabels, usePrivacyLabelName } from '@heldwell/ui';
import type { ChangeEvent } from 'react';
import { useLabelMeaning } from './label-tag.tsx';

export type LabelCheckboxesProps = {
  id: string;
  legend: string;
  hint?: string;
  error?: string;
  /** The labels there are to choose from; all four unless told. */
  offered?: readonly PrivacyLabelName[];
  value: readonly PrivacyLabelName[];
  onChange: (labels: PrivacyLabelName[]) => void;
};

/** The four privacy labels to tick, each with what it covers. */
export function LabelCheckboxes({
  id,
  legend,
  hint,
  error,
  offered = privacyLabels,
  value,
  onChange,
}: LabelCheckboxesProps) {
  const nameOf = usePrivacyLabelName();
  const meaningOf = useLabelMeaning();
  const shown = privacyLabels.filter((label) => offered.includes(label));
  const items = shown.map((label) => ({
    value: label,
    label: nameOf(label),
    hint: meaningOf(label),
  }));
  const change = ({ target }: ChangeEvent<HTMLInputElement>) =>
    onChange(shown.filter((label) => (label === target.value ? target.checked : value.includes(label))));
  return (
    <Checkboxes
      id={id}
      legend={legend}
      legendSize="m"
      hint={hint}
      error={error}
      items={items}
      value={[...value]}
      onChange={change}
    />
  );
}
