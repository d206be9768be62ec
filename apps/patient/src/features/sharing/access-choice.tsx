import { type PrivacyLabelName, Radios } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { type GrantRight, LabelCheckboxes } from '@heldwell/views';
import { type ReactNode, useState } from 'react';
import presetMessages from './presets.messages.json';
import { type PresetName, presetNames, presetOf, presets } from './presets.ts';
import { type GranteeKind, RightsCheckboxes } from './rights-choice.tsx';
import messages from './sharing.messages.json';

type Chosen = { labels: PrivacyLabelName[]; rights: GrantRight[] };

type AccessChoiceProps = {
  kind: GranteeKind;
  value: Chosen;
  /** What is wrong with the labels. */
  error?: string;
  onChange: (chosen: Chosen) => void;
  /** What they would see with it: between what they can see and what they can do. */
  children?: ReactNode;
};

/** The boxes to tick: what they can see, and what they can do. */
function Boxes({ kind, value, error, onChange, children }: AccessChoiceProps) {
  const t = useT(messages);
  return (
    <>
      <LabelCheckboxes
        id="labels"
        legend={t('sharing.labels')}
        hint={t('sharing.labels-hint')}
        error={error}
        value={value.labels}
        onChange={(labels) => onChange({ ...value, labels })}
      />
      {children}
      <RightsCheckboxes
        kind={kind}
        value={value.rights}
        onChange={(rights) => onChange({ ...value, rights })}
      />
    </>
  );
}

/** One choice of a few in plain words; what is given already and is none of them opens the boxes. */
function Presets({ children, ...props }: AccessChoiceProps) {
  const t = useT(presetMessages);
  const { value, onChange } = props;
  const preset = presetOf(value);
  const [byOneself, setByOneself] = useState(!preset);
  const isOpen = byOneself || !preset;
  const choose = (name: PresetName | 'own') => {
    setByOneself(name === 'own');
    // By oneself begins at what was chosen last.
    if (name !== 'own') onChange({ labels: [...presets[name].labels], rights: [...presets[name].rights] });
  };
  return (
    <>
      <Radios
        id="preset"
        legend={t('presets.legend')}
        legendSize="m"
        hint={t('presets.hint')}
        items={[...presetNames, 'own' as const].map((name) => ({
          value: name,
          label: t(`presets.${name}`),
          hint: t(`presets.${name}-what`),
        }))}
        value={isOpen ? 'own' : preset}
        onChange={({ target }) => choose(target.value as PresetName | 'own')}
      />
      {isOpen ? <Boxes {...props}>{children}</Boxes> : children}
    </>
  );
}

/** What somebody can see and do: for a carer in one choice, for everybody else box by box. */
export function AccessChoice(props: AccessChoiceProps) {
  return props.kind === 'CARER' ? <Presets {...props} /> : <Boxes {...props} />;
}
