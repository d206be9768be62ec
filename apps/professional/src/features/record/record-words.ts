import type { Format } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useBasisWords } from '@heldwell/views';
import messages from './record.messages.json';
import type { RecordShell } from './record-documents.ts';

/** The parts of a patient's identity that staff check by. */
export type Identity = Pick<
  RecordShell,
  'title' | 'givenName' | 'familyName' | 'preferredName' | 'birthDate' | 'gender' | 'deceasedAt' | 'nhsNumber'
>;

/** "NWOSU, Amara (Ms)". */
export function staffNameOf(
  format: Format,
  { givenName: given, familyName: family, title }: Identity,
): string {
  return format.name({ given, family, title });
}

const genders: Record<string, 'record.male' | 'record.female' | 'record.other-gender'> = {
  male: 'record.male',
  female: 'record.female',
  other: 'record.other-gender',
};

/** Gives the word for a patient's gender; what nobody said is said to be so, never left blank. */
export function useGenderWords() {
  const t = useT(messages);
  return (gender: string | null) => {
    if (!gender) return t('record.not-recorded');
    const known = genders[gender];
    return known ? t(known) : gender === 'unknown' ? t('record.not-known') : gender;
  };
}

type Until = { validUntil: string | null; thread: { id: string } | null; entry: { id: string } | null };

/** When the last of the grants for the record itself ends; null when one has no end, undefined when there is none. */
export function accessEnd(grants: readonly Until[]): string | null | undefined {
  const own = grants.filter(({ thread, entry }) => thread === null && entry === null);
  if (own.length === 0) return undefined;
  if (own.some((grant) => grant.validUntil === null)) return null;
  return own
    .map((grant) => grant.validUntil ?? '')
    .sort()
    .at(-1);
}

type Basis = RecordShell['viewerGrants'][number]['basis'];

type Why = { basis: Basis; reference: string | null };

/** Gives why the team may look, each reason once; what the team wrote itself needs no grant. */
export function useAccessReason(): (grants: readonly Why[]) => string {
  const t = useT(messages);
  const basisOf = useBasisWords();
  return (grants) => {
    const words = [
      ...new Set(
        grants.map(({ basis, reference }) =>
          basis === 'COURT_ORDER' && reference
            ? t('record.court-order', { reference })
            : basisOf(basis, false),
        ),
      ),
    ];
    return words.length > 0 ? words.join('; ') : t('record.basis-own');
  };
}

/** Gives what stands where a part of the identity is not known: it goes by the labels alone, and hints at nothing. */
export function useMissingWords(): (
  record: Pick<RecordShell, 'viewerLabels' | 'viewerSummaryLabels'>,
) => string {
  const t = useT(messages);
  return ({ viewerLabels, viewerSummaryLabels }) =>
    t(
      [...viewerLabels, ...viewerSummaryLabels].includes('GENERAL')
        ? 'record.not-recorded'
        : 'record.not-shared',
    );
}

/** When the emergency by which the viewer sees the summary ends; null when there is none. */
export function emergencyEnd(grants: RecordShell['viewerGrants']): string | null {
  const ends = grants
    .filter((grant) => grant.summaryLabels.length > 0)
    .map((grant) => grant.validUntil ?? '');
  return ends.sort().at(-1) ?? null;
}

/** Whether there is a page of the record to show: single discussions are read in the inbox alone. */
export function opensRecord({ viewerLabels, viewerAccess, viewerGrants }: RecordShell): boolean {
  return (
    viewerLabels.length > 0 ||
    viewerAccess === 'OWN_WRITING' ||
    viewerGrants.some((grant) => grant.thread === null)
  );
}

/** Whether a team gives the patient care: what the team itself may end. */
export const caresFor = ({ viewerGrants }: Pick<RecordShell, 'viewerGrants'>, team: string): boolean =>
  viewerGrants.some(({ basis, grantee }) => basis === 'DIRECT_CARE' && grantee.team?.id === team);
