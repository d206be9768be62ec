import { useKitText } from '../text.ts';

/** A count in a pill, "9+" above nine. `label` says what is counted, for those who do not see it. Nothing at 0. */
export function Badge({ count, label }: { count: number; label?: string }) {
  const t = useKitText();
  if (count <= 0) return null;
  return (
    <span className="hw-badge">
      <span aria-hidden={label ? true : undefined}>{count > 9 ? t('ui.more-than-nine') : count}</span>
      {label && <span className="nhsuk-u-visually-hidden">{` (${label})`}</span>}
    </span>
  );
}
