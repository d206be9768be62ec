import { WarningCallout } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import messages from './emergency.messages.json';

const parts = ['hour', 'summary', 'told', 'kept'] as const;

/** What opening a record in an emergency brings with it, said before it is done. */
export function WhatHappens() {
  const t = useT(messages);
  return (
    <WarningCallout heading={t('emergency.what-happens')} headingLevel={2}>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {parts.map((part) => (
          <li key={part}>{t(`emergency.happens-${part}`)}</li>
        ))}
      </ul>
    </WarningCallout>
  );
}
