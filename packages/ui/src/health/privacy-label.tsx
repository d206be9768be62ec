import { useKitText } from '../text.ts';

/** The four privacy labels; everything in a record carries exactly one. */
export type PrivacyLabelName = 'GENERAL' | 'MENTAL_HEALTH' | 'SEXUAL_HEALTH' | 'SOCIAL_CARE';

/** The labels in the order every screen lists them. */
export const privacyLabels: readonly PrivacyLabelName[] = [
  'GENERAL',
  'MENTAL_HEALTH',
  'SEXUAL_HEALTH',
  'SOCIAL_CARE',
];

const ids = {
  GENERAL: 'ui.label-general',
  MENTAL_HEALTH: 'ui.label-mental-health',
  SEXUAL_HEALTH: 'ui.label-sexual-health',
  SOCIAL_CARE: 'ui.label-social-care',
} as const;

/** Gives the words of a label: "Mental health". */
export function usePrivacyLabelName(): (label: PrivacyLabelName) => string {
  const t = useKitText();
  return (label) => t(ids[label]);
}

// One shape a label, so that they differ without colour.
const shapes: Record<PrivacyLabelName, string> = {
  GENERAL: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2z',
  MENTAL_HEALTH: 'M8 1l7 7-7 7-7-7z',
  SEXUAL_HEALTH: 'M8 2l7 12H1z',
  SOCIAL_CARE: 'M2 2h12v12H2z',
};

/** A privacy label in words, with its own shape. `hiddenPrefix` false where a heading already says what it is. */
export function PrivacyLabelTag({
  label,
  hiddenPrefix = true,
}: {
  label: PrivacyLabelName;
  hiddenPrefix?: boolean;
}) {
  const t = useKitText();
  const nameOf = usePrivacyLabelName();
  return (
    <span className="hw-label-tag">
      <svg width="12" height="12" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d={shapes[label]} />
      </svg>
      <span>
        {hiddenPrefix && <span className="nhsuk-u-visually-hidden">{`${t('ui.privacy-label')} `}</span>}
        {nameOf(label)}
      </span>
    </span>
  );
}

/** Several labels, in the one order. */
export function PrivacyLabelList({ labels }: { labels: readonly PrivacyLabelName[] }) {
  return (
    <ul className="hw-label-list">
      {privacyLabels
        .filter((label) => labels.includes(label))
        .map((label) => (
          <li key={label}>
            <PrivacyLabelTag label={label} hiddenPrefix={false} />
          </li>
        ))}
    </ul>
  );
}
