import { Radios } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { type Access, AccessBoxes, type GranteeKind } from '@heldwell/views';
import { type ReactNode, useState } from 'react';
import presetMessages from './presets.messages.json';
import { type PresetName, presetNames, presetOf, presets } from './presets.ts';

type AccessChoiceProps = {
  kind: GranteeKind;
  value: Access;
  /** What is wrong with the labels. */
  error?: string;
  onChange: (access: Access) => void;
  /** What they would see with it: between what they can see and what they can do. */
  children?: ReactNode;
};

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
      {isOpen ? <AccessBoxes {...props}>{children}</AccessBoxes> : children}
    </>
  );
}

/** What somebody can see and do: for a carer in one choice, for everybody else box by box. */
export function AccessChoice(props: AccessChoiceProps) {
  return props.kind === 'CARER' ? <Presets {...props} /> : <AccessBoxes {...props} />;
}
