import { Bidi, BirthDate, ConsentBanner, Link, NhsNumber, privacyLabels, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { AccessNote } from './access-note.tsx';
import messages from './record.messages.json';
import type { RecordShell } from './record-documents.ts';
import { accessEnd, staffNameOf, useAccessReason, useGenderWords, useMissingWords } from './record-words.ts';

/**
 * Allergies in words. What the team may not see is said by its labels alone, never by what is or is not recorded,
 * so that nothing hidden shows through.
 */
function useAllergyWords(): (record: RecordShell) => string {
  const t = useT(messages);
  return ({ allergies, viewerLabels, viewerSummaryLabels }) => {
    const titles = allergies.nodes.filter((entry) => entry.status === 'CURRENT').map((entry) => entry.title);
    if (titles.length === 0) {
      return [...viewerLabels, ...viewerSummaryLabels].includes('GENERAL')
        ? t('record.allergies-none')
        : t('record.not-shared');
    }
    const list = titles.join(', ');
    return allergies.pageInfo.hasNextPage ? t('record.allergies-more', { list }) : list;
  };
}

/** Who the patient is and by what right the team looks: in sight on every page of the record. */
export function RecordBanner({ record, path }: { record: RecordShell; path: string }) {
  const t = useT(messages);
  const format = useFormat();
  const genderOf = useGenderWords();
  const reasonOf = useAccessReason();
  const allergiesOf = useAllergyWords();
  const missingOf = useMissingWords();
  const { preferredName, nhsNumber, deceasedAt, hasDied, viewerLabels, viewerGrants } = record;
  const labels = [...new Set([...viewerLabels, ...record.viewerSummaryLabels])];
  const asksForMore =
    record.viewerAccess === 'GRANTED' && privacyLabels.some((each) => !labels.includes(each));
  const preferred = preferredName && preferredName !== record.givenName ? preferredName : null;
  const single = viewerGrants.flatMap(({ entry }) => entry?.title ?? []);
  const facts = [
    ...(preferred ? [{ key: t('record.preferred-name'), value: preferred }] : []),
    { key: t('record.born'), value: <BirthDate date={record.birthDate} diedAt={record.deceasedAt} /> },
    ...(hasDied
      ? [
          {
            key: t('record.died'),
            value: deceasedAt ? (
              <Bidi>{format.date(deceasedAt.slice(0, 10))}</Bidi>
            ) : (
              t('record.died-unknown')
            ),
          },
        ]
      : []),
    { key: t('record.gender'), value: genderOf(record.gender) },
    {
      key: t('record.nhs-no'),
      value: nhsNumber ? <NhsNumber digits={nhsNumber} /> : missingOf(record),
    },
    { key: t('record.allergies'), value: <strong>{allergiesOf(record)}</strong> },
    ...(single.length > 0 ? [{ key: t('record.single-things'), value: single.join(', ') }] : []),
  ];
  return (
    <div className="console-banner">
      <ConsentBanner
        heading={staffNameOf(format, record)}
        labels={labels.filter((label) => label !== 'UNLABELLED')}
        until={accessEnd(viewerGrants)}
        basis={reasonOf(viewerGrants)}
        facts={facts}
      >
        <AccessNote record={record} />
        {asksForMore && (
          <p>
            <Link to={`${path}/ask`}>{t('record.ask-for-more')}</Link>
          </p>
        )}
      </ConsentBanner>
    </div>
  );
}
