import type { BrandFields, ResultOf } from '@heldwell/client';
import { Details } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import messages from './doors.messages.json';

/** How an organisation greets those who come in by its doors. */
export type ShownBrand = ResultOf<typeof BrandFields>;

type BrandHeadProps = { brand: ShownBrand; organisation: string | null };

/** The logo and the service's own name, above the h1 of a door. Nothing where no organisation invites. */
export function BrandHead({ brand, organisation }: BrandHeadProps) {
  const t = useT(messages);
  if (!organisation) return null;
  return (
    <div className="hw-brand">
      {brand.logo && (
        <img className="hw-brand__logo" src={brand.logo} alt={t('door.logo', { organisation })} />
      )}
      <p className="hw-brand__name">
        <strong>{brand.serviceName}</strong>
        {brand.serviceName !== organisation && <span>{organisation}</span>}
      </p>
    </div>
  );
}

/** Its words of welcome, and why it is this one that greets. */
export function BrandWelcome({ brand, organisation }: BrandHeadProps) {
  const t = useT(messages);
  if (!organisation) return null;
  return (
    <>
      {brand.welcome?.split(/\n+/).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <Details summary={t('door.brand-why', { organisation })}>
        <p>{t('door.brand-why-text', { organisation })}</p>
      </Details>
    </>
  );
}
