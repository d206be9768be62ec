import { Button, InsetText, Link } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import messages from './security.messages.json';

/** New recovery codes, shown this once: to write down or print. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const t = useT(messages);
  return (
    <>
      <InsetText>
        <p>{t('security.codes-once')}</p>
      </InsetText>
      <ol className="nhsuk-list nhsuk-list--number hw-codes" aria-label={t('security.codes')}>
        {codes.map((code) => (
          <li key={code}>
            <samp>{code}</samp>
          </li>
        ))}
      </ol>
      <p>
        <Button type="button" variant="secondary" onClick={() => window.print()}>
          {t('security.codes-print')}
        </Button>
      </p>
      <p>
        <Link to="/security">{t('security.codes-kept')}</Link>
      </p>
    </>
  );
}
