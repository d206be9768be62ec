import type { MouseEvent } from 'react';
import { useKitText } from '../text.ts';

/** The first stop of the Tab key: moves focus past the header without touching the address. */
export function SkipLink({ target = 'maincontent' }: { target?: string }) {
  const t = useKitText();
  const jump = (event: MouseEvent) => {
    event.preventDefault();
    document.getElementById(target)?.focus();
  };
  return (
    <a className="nhsuk-skip-link" href={`#${target}`} onClick={jump}>
      {t('ui.skip')}
    </a>
  );
}
