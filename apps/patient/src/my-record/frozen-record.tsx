import { Link, WarningCallout } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import messages from './my-record.messages.json';

/** While the record is frozen: why so little is to be seen, and what there is. */
export function FrozenRecord() {
  const t = useT(messages);
  return (
    <WarningCallout heading={t('my-record.frozen')} headingLevel={2}>
      <p>{t('my-record.frozen-what')}</p>
      <p>{t('my-record.frozen-ask')}</p>
      <p>
        <Link to="/record/kind/care-plan">{t('my-record.frozen-plan')}</Link>
      </p>
    </WarningCallout>
  );
}
