import { Phone } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import type { ShownContact } from './contact-fragments.ts';
import messages from './records.messages.json';

type Contact = Omit<ShownContact, 'organisationName'> & { organisations: string[] };

/** Whom several organisations sent alike is shown once, with all of them. */
function contactsOf(sent: readonly ShownContact[]): [key: string, contact: Contact][] {
  const contacts = new Map<string, Contact>();
  for (const { organisationName, ...contact } of sent) {
    const key = JSON.stringify([contact.name, contact.relationship, contact.phone]);
    const known = contacts.get(key) ?? { ...contact, organisations: [] };
    if (!known.organisations.includes(organisationName)) known.organisations.push(organisationName);
    contacts.set(key, known);
  }
  return [...contacts];
}

/** Whom to call in an emergency: who they are, a number that calls them, and who sent it. */
export function EmergencyContacts({ contacts }: { contacts: readonly ShownContact[] }) {
  const t = useT(messages);
  return (
    <ul className="nhsuk-list">
      {contactsOf(contacts).map(([key, { name, relationship, phone, organisations }]) => (
        <li key={key}>
          <strong>
            <bdi>{name || t('records.contact-unnamed')}</bdi>
          </strong>
          {relationship && (
            <>
              {', '}
              <bdi>{relationship}</bdi>
            </>
          )}
          <br />
          {phone ? <Phone number={phone} /> : t('records.contact-without-phone')}
          <br />
          <span className="nhsuk-hint">
            {t('records.contact-from', { organisations: organisations.join(', ') })}
          </span>
        </li>
      ))}
    </ul>
  );
}
