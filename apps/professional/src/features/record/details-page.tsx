import { useScreenQuery } from '@heldwell/client';
import { Bidi, BirthDate, Link, NhsNumber, Page, Phone, SummaryList, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer, EmergencyContacts, GrantSummary } from '@heldwell/views';
import { useParams } from 'react-router';
import messages from './record.messages.json';
import { type RecordDetails, RecordDetailsQuery } from './record-documents.ts';
import { useRecordPlace } from './record-layout.tsx';
import { caresFor, staffNameOf, useGenderWords, useMissingWords } from './record-words.ts';

const topics = ['entries', 'sharing'] as const;

const stateWords = {
  UNREGISTERED: 'record.state-unregistered',
  INVITED: 'record.state-invited',
  REGISTERING: 'record.state-registering',
  REGISTERED: 'record.state-registered',
  DEREGISTERED: 'record.state-deregistered',
  DECEASED: 'record.state-deceased',
} as const;

function Facts({ details, missing }: { details: RecordDetails; missing: string }) {
  const t = useT(messages);
  const format = useFormat();
  const genderOf = useGenderWords();
  const { preferredName, deceasedAt, nhsNumber, address, phone, email, language, communicationNeeds } =
    details;
  const { interpreterNeeded } = details;
  const needed = interpreterNeeded ? t('record.interpreter-needed') : t('record.interpreter-not-needed');
  const interpreter = interpreterNeeded === null ? missing : needed;
  const rows = [
    { key: t('record.name'), value: staffNameOf(format, details) },
    ...(details.state ? [{ key: t('record.state'), value: t(stateWords[details.state]) }] : []),
    { key: t('record.preferred-name'), value: preferredName ?? missing },
    { key: t('record.born'), value: <BirthDate date={details.birthDate} diedAt={details.deceasedAt} /> },
    ...(deceasedAt
      ? [{ key: t('record.died'), value: <Bidi>{format.date(deceasedAt.slice(0, 10))}</Bidi> }]
      : []),
    { key: t('record.gender'), value: genderOf(details.gender) },
    { key: t('record.nhs-no'), value: nhsNumber ? <NhsNumber digits={nhsNumber} /> : missing },
    { key: t('record.address'), value: address ?? missing },
    { key: t('record.phone'), value: phone ? <Phone number={phone} /> : missing },
    { key: t('record.email'), value: email ?? missing },
    { key: t('record.language'), value: language ?? missing },
    {
      key: t('record.interpreter'),
      value: interpreter,
    },
    { key: t('record.needs'), value: communicationNeeds ?? missing },
  ];
  return <SummaryList rows={rows} />;
}

/** Who the patient is, how to reach them, and by which grants the team may look. */
export function DetailsPage() {
  const t = useT(messages);
  const missingOf = useMissingWords();
  const { record, path, name } = useRecordPlace();
  const { team = '' } = useParams();
  const query = useScreenQuery(RecordDetailsQuery, { id: record.id }, { on: topics });
  return (
    <Page title={t('record.details')} section={name}>
      <Answer to={query} what={t('record.details-what')}>
        {({ record: details }) =>
          details && (
            <>
              <Facts details={details} missing={missingOf(record)} />
              <h2 className="nhsuk-heading-m">{t('record.contacts')}</h2>
              {details.emergencyContacts.length > 0 ? (
                <EmergencyContacts contacts={details.emergencyContacts} />
              ) : (
                <p>{missingOf(record)}</p>
              )}
              <h2 className="nhsuk-heading-m">{t('record.access')}</h2>
              {details.viewerGrants.length === 0 && <p>{t('record.basis-own')}</p>}
              {details.viewerGrants.map((grant) => (
                <GrantSummary key={grant.id} grant={grant} headingLevel={3} />
              ))}
              {caresFor(record, team) && (
                <p>
                  <Link to={`${path}/discharge`}>{t('record.discharge')}</Link>
                </p>
              )}
            </>
          )
        }
      </Answer>
    </Page>
  );
}
