import { type PrivacyLabelName, privacyLabels, usePrivacyLabelName } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import messages from './organisation.messages.json';
import type { OfficeChange } from './organisation-documents.ts';
import { offices, roles } from './staff-fields.tsx';

const fields = [
  ...(['name', 'description', 'default_labels', 'takes_messages', 'answer_time', 'opening_hours'] as const),
  ...(['service_name', 'welcome', 'default_label', 'asks_own_check'] as const),
];

/** Words for what the history keeps by the names of the database: settings, labels, roles, yes and no. */
export function useChangeWords() {
  const t = useT(messages);
  const labelName = usePrivacyLabelName();
  const one = (said: string): string => {
    if (said === 'true' || said === 'false') return t(said === 'true' ? 'org.yes' : 'org.no');
    const label = privacyLabels.find((each) => each === said);
    if (label) return labelName(label);
    const role = roles.find((each) => each === said);
    const office = offices.find((each) => each === said);
    return (role && t(`org.role-${role}`)) ?? (office && t(`org.office-${office}`)) ?? said;
  };
  const value = (said: string): string => {
    const list = /^\[("\w+"(, ?)?)+\]$/.test(said)
      ? (JSON.parse(said) as PrivacyLabelName[])
      : said.split(', ');
    return list.map(one).join(', ');
  };
  const subject = ({ kind, subject: said }: OfficeChange): string => {
    const field = kind.endsWith('_CHANGED') ? fields.find((each) => each === said) : undefined;
    return field ? t(`history.field-${field}`) : one(said);
  };
  return { subject, value };
}
