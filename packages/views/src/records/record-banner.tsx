import type { ResultOf } from '@heldwell/client';
import { ConsentBanner, NhsNumber, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import type { ReactNode } from 'react';
import { useBasisWords } from '../sharing/grant-words.ts';
import type { RecordBannerFields } from './record-fragments.ts';
import messages from './records.messages.json';

/** Whose record is open, and by which grants. */
export type BannerRecord = ResultOf<typeof RecordBannerFields>;

/** The end of what the viewer sees: null without one, else the last of the grants' ends. */
function latestEnd(grants: BannerRecord['viewerGrants']): string | null | undefined {
  const forRecord = grants.filter((grant) => grant.thread === null);
  if (forRecord.length === 0) return undefined;
  if (forRecord.some((grant) => grant.validUntil === null)) return null;
  return forRecord
    .map((grant) => grant.validUntil ?? '')
    .sort()
    .at(-1);
}

type RecordBannerProps = {
  record: BannerRecord;
  /** Access ended while the page was open. */
  ended?: boolean;
  children?: ReactNode;
};

/** Whose record this is, who they are, which labels are visible, until when and why. Hidden labels are not hinted at. */
export function RecordBanner({ record, ended, children }: RecordBannerProps) {
  const t = useT(messages);
  const format = useFormat();
  const basisOf = useBasisWords();
  const { givenName, familyName, preferredName, title, birthDate, nhsNumber, viewerGrants } = record;
  const name = format.name({ given: givenName, family: familyName, title, preferred: preferredName });
  const heading = format.profile === 'professional' ? name : t('records.looking-at', { name });
  const born = birthDate
    ? t('records.born-age', { date: format.date(birthDate), age: format.age(birthDate, new Date()) })
    : null;
  const bases = [...new Set(viewerGrants.map((grant) => basisOf(grant.basis, false)))];
  return (
    <ConsentBanner
      heading={heading}
      labels={record.viewerLabels.filter((label) => label !== 'UNLABELLED')}
      until={latestEnd(viewerGrants)}
      basis={bases.join(', ') || undefined}
      stopped={ended}
      facts={[
        ...(born ? [{ key: t('records.born'), value: born }] : []),
        ...(nhsNumber ? [{ key: t('records.nhs-number'), value: <NhsNumber digits={nhsNumber} /> }] : []),
      ]}
    >
      {children}
    </ConsentBanner>
  );
}
