import { graphql, type ResultOf, useScreenQuery } from '@heldwell/client';
import { Address, BackLink, Link, NhsNumber, Page, Phone, SummaryList, useFormat } from '@heldwell/ui';
import { useLanguage, useT } from '@heldwell/ui/i18n';
import { EmergencyContactFields, EmergencyContacts } from '@heldwell/views';
import type { ReactNode } from 'react';
import { FrameRecord, MyRecord } from '../../my-record/index.ts';
import messages from './more.messages.json';

const AboutQuery = graphql(
  `query AboutMe {
    viewer {
      record {
        ...FrameRecord
        title
        givenName
        familyName
        preferredName
        birthDate
        gender
        nhsNumber
        address
        phone
        email
        language
        interpreterNeeded
        communicationNeeds
        emergencyContacts { ...EmergencyContactFields }
      }
    }
  }`,
  [FrameRecord, EmergencyContactFields],
);

type AboutRecord = NonNullable<NonNullable<ResultOf<typeof AboutQuery>['viewer']>['record']>;

const onEntries = ['entries'] as const;

/** A language code in words of the reader's language; what is no code stands as it is. */
function useLanguageName(): (code: string) => string {
  const { tag } = useLanguage();
  return (code) => {
    try {
      return new Intl.DisplayNames([tag], { type: 'language' }).of(code) ?? code;
    } catch {
      return code;
    }
  };
}

function Details({ record }: { record: AboutRecord }) {
  const t = useT(messages);
  const format = useFormat();
  const languageOf = useLanguageName();
  const { title, givenName, familyName, preferredName, birthDate, gender, nhsNumber } = record;
  const interpreter = record.interpreterNeeded;
  const rows: [string, ReactNode][] = [
    [t('more.name'), [title, givenName, familyName].filter(Boolean).join(' ')],
    [t('more.preferred-name'), preferredName],
    [t('more.birth-date'), birthDate && format.date(birthDate)],
    [t('more.gender'), gender],
    [t('more.nhs-number'), nhsNumber && <NhsNumber digits={nhsNumber} />],
    [t('more.address'), record.address && <Address line={record.address} />],
    [t('more.phone'), record.phone && <Phone number={record.phone} link={false} />],
    [t('more.email'), record.email],
    [t('more.preferred-language'), record.language && languageOf(record.language)],
    [
      t('more.interpreter'),
      interpreter === null ? null : t(interpreter ? 'more.interpreter-yes' : 'more.interpreter-no'),
    ],
    [t('more.communication'), record.communicationNeeds],
  ];
  return <SummaryList rows={rows.map(([key, value]) => ({ key, value: value || t('more.not-known') }))} />;
}

/** Whom services would call, and what to do where there is nobody. */
function Contacts({ contacts }: { contacts: AboutRecord['emergencyContacts'] }) {
  const t = useT(messages);
  return (
    <>
      <h2 className="nhsuk-heading-m">{t('more.contacts')}</h2>
      {contacts.length > 0 ? <EmergencyContacts contacts={contacts} /> : <p>{t('more.no-contacts')}</p>}
    </>
  );
}

/** Who the person is, as the record says it. */
export function AboutScreen() {
  const t = useT(messages);
  const answer = useScreenQuery(AboutQuery, {}, { on: onEntries });
  return (
    <Page
      title={t('more.about')}
      section={t('more.title')}
      before={<BackLink to="/more">{t('more.title')}</BackLink>}
    >
      <MyRecord answer={answer} what={t('more.what')}>
        {(record) => (
          <>
            <Details record={record} />
            <Contacts contacts={record.emergencyContacts} />
          </>
        )}
      </MyRecord>
      <p>
        {t('more.wrong')} <Link to="/messages/new">{t('more.write')}</Link>
      </p>
    </Page>
  );
}
