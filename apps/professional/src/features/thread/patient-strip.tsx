import type { Thread } from '@heldwell/client';
import { BirthDate, Link, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import messages from './thread.messages.json';

/** Whose discussion this is, by name and birth date, with the way to the record. */
export function PatientStrip({ patient, recordTo }: { patient: Thread['record']; recordTo: string }) {
  const t = useT(messages);
  const format = useFormat();
  const { givenName: given, familyName: family, title, birthDate } = patient;
  return (
    <section className="hw-consent" aria-label={t('thread.patient')}>
      <p className="hw-consent__name">{format.name({ given, family, title })}</p>
      <dl>
        <div>
          <dt>{t('thread.born')}</dt>
          <dd>
            <BirthDate date={birthDate} />
          </dd>
        </div>
      </dl>
      <p>
        <Link to={recordTo}>{t('thread.open-record')}</Link>
      </p>
    </section>
  );
}
