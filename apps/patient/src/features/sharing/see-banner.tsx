import { ConsentBanner, type PrivacyLabelName } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import messages from './see.messages.json';
import type { Sight } from './see-query.ts';

type SeeBannerProps = {
  sight: Pick<Sight, 'name' | 'kind'>;
  labels?: readonly (PrivacyLabelName | 'UNLABELLED')[];
};

/** As whom one looks, and what no look can show: above everything that is seen in this way. */
export function SeeBanner({ sight: { name, kind }, labels = [] }: SeeBannerProps) {
  const t = useT(messages);
  return (
    <ConsentBanner heading={t('see.as', { name })} labels={labels.filter((label) => label !== 'UNLABELLED')}>
      <p>{t('see.as-why')}</p>
      {(kind === 'TEAM' || kind === 'ORGANISATION' || kind === 'PROFESSIONAL') && (
        <p>{t(`see.as-${kind}`)}</p>
      )}
      {kind !== 'CARER' && <p>{t('see.staff')}</p>}
    </ConsentBanner>
  );
}
