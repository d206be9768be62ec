import { Checkboxes } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import messages from './front-desk.messages.json';
import { type DocumentKind, documentKinds } from './register-flow.tsx';

type Seen = DocumentKind | 'NONE';

type DocumentsFieldProps = {
  error?: string;
  value: readonly Seen[];
  onChange: (seen: Seen[]) => void;
  /** Offers that nothing was checked, which takes the place of everything else. */
  withNone?: boolean;
  /** Keeps the legend for screen readers alone, where the page's heading says the same. */
  legendHidden?: boolean;
};

/** What somebody saw to be sure who a person is. */
export function DocumentsField({ error, value, onChange, withNone, legendHidden }: DocumentsFieldProps) {
  const t = useT(messages);
  const legend = t('reg.documents');
  const change = (one: Seen, ticked: boolean) => {
    if (one === 'NONE') return onChange(ticked ? ['NONE'] : []);
    const others = documentKinds.filter((kind) => (kind === one ? ticked : value.includes(kind)));
    return onChange([...others]);
  };
  return (
    <Checkboxes
      id="documents"
      legend={legendHidden ? <span className="nhsuk-u-visually-hidden">{legend}</span> : legend}
      hint={t('reg.documents-hint')}
      error={error}
      items={[
        ...documentKinds.map((kind) => ({ value: kind, label: t(`reg.doc-${kind}`) })),
        ...(withNone
          ? [{ value: 'NONE', label: t('reg.documents-none'), hint: t('reg.documents-none-hint') }]
          : []),
      ]}
      value={[...value]}
      onChange={({ target }) => change(target.value as Seen, target.checked)}
    />
  );
}
