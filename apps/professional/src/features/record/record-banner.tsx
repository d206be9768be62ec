import { Bidi, BirthDate, ConsentBanner, NhsNumber, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import messages from './record.messages.json';
import type { RecordShell } from './record-documents.ts';
import { accessEnd, staffNameOf, useAccessReason, useGenderWords, useMissingWords } from './record-words.ts';

/**
 * Allergies in words. What the team may not see is said by its labels alone, never by what is or is not recorded,
 * so that nothing hidden shows through.
 */
function useAllergyWords(): (record: RecordShell) => string {
  const t = useT(messages);
  return ({ allergies, viewerLabels }) => {
    const titles = allergies.nodes.filter((entry) => entry.status === 'CURRENT').map((entry) => entry.title);
    if (titles.length === 0) {
      return viewerLabels.includes('GENERAL') ? t('record.allergies-none') : t('record.not-shared');
    }
    const list = titles.join(', ');
    return allergies.pageInfo.hasNextPage ? t('record.allergies-more', { list }) : list;
  };
}

/** Who the patient is and by what right the team looks: in sight on every page of the record. */
export function RecordBanner({ record }: { record: RecordShell }) {
  const t = useT(messages);
  const format = useFormat();
  const genderOf = useGenderWords();
  const reasonOf = useAccessReason();
  const allergiesOf = useAllergyWords();
  const missingOf = useMissingWords();
  const { preferredName, nhsNumber, deceasedAt, viewerLabels, viewerGrants } = record;
  const preferred = preferredName && preferredName !== record.givenName ? preferredName : null;
  const facts = [
    ...(preferred ? [{ key: t('record.preferred-name'), value: preferred }] : []),
    { key: t('record.born'), value: <BirthDate date={record.birthDate} diedAt={record.deceasedAt} /> },
    ...(deceasedAt
      ? [{ key: t('record.died'), value: <Bidi>{format.date(deceasedAt.slice(0, 10))}</Bidi> }]
      : []),
    { key: t('record.gender'), value: genderOf(record.gender) },
    {
      key: t('record.nhs-no'),
      value: nhsNumber ? <NhsNumber digits={nhsNumber} /> : missingOf(record),
    },
    { key: t('record.allergies'), value: <strong>{allergiesOf(record)}</strong> },
  ];
  return (
    <div className="console-banner">
      <ConsentBanner
        heading={staffNameOf(format, record)}
        labels={viewerLabels.filter((label) => label !== 'UNLABELLED')}
        until={accessEnd(viewerGrants)}
        basis={reasonOf(viewerGrants)}
        facts={facts}
      />
    </div>
  );
}
