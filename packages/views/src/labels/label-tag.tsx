import {
  PrivacyLabelList,
  type PrivacyLabelName,
  PrivacyLabelTag,
  Tag,
  usePrivacyLabelName,
} from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import messages from './labels.messages.json';

/** A privacy label as the server says it: one of the four, or not sorted yet. */
export type Label = PrivacyLabelName | 'UNLABELLED';

/** Gives the words of a label, "Not sorted yet" included. */
export function useLabelName(): (label: Label) => string {
  const t = useT(messages);
  const nameOf = usePrivacyLabelName();
  return (label) => (label === 'UNLABELLED' ? t('labels.unlabelled') : nameOf(label));
}

const meanings = {
  GENERAL: 'labels.general-meaning',
  MENTAL_HEALTH: 'labels.mental-health-meaning',
  SEXUAL_HEALTH: 'labels.sexual-health-meaning',
  SOCIAL_CARE: 'labels.social-care-meaning',
  UNLABELLED: 'labels.unlabelled-meaning',
} as const;

/** Gives a plain sentence about what a label covers. */
export function useLabelMeaning(): (label: Label) => string {
  const t = useT(messages);
  return (label) => t(meanings[label]);
}

/** A privacy label with its shape; grey and without one where it is not sorted yet. */
export function LabelTag({ label }: { label: Label }) {
  const t = useT(messages);
  if (label !== 'UNLABELLED') return <PrivacyLabelTag label={label} />;
  return (
    <Tag colour="grey">
      <span className="nhsuk-u-visually-hidden">{`${t('labels.privacy-label')} `}</span>
      {t('labels.unlabelled')}
    </Tag>
  );
}

/** Several labels in the one order, "Not sorted yet" left out: it is never granted by itself. */
export function LabelList({ labels }: { labels: readonly Label[] }) {
  return <PrivacyLabelList labels={labels.filter((label) => label !== 'UNLABELLED')} />;
}
