import type { ResultOf } from '@heldwell/client';
import { type Translate, useT } from '@heldwell/ui/i18n';
import { useLabelName } from '../labels/label-tag.tsx';
import messages from './access-log.messages.json';
import type { AccessLogFields } from './access-log-fragments.ts';

/** An entry of the access log as it is told. */
export type ShownLook = ResultOf<typeof AccessLogFields>;
type Words = Translate<keyof typeof messages>;
type NameOf = ReturnType<typeof useLabelName>;

/** What privacy officers and front desks are told of a record. */
const DESK: readonly string[] = ['EMERGENCY', 'FREEZE', 'COURT_ORDER', 'MATCH'];

/** "your results, your plans and your goals". */
function inARow(t: Words, parts: readonly string[]): string {
  const first = parts.slice(0, -1).join(', ');
  const last = parts.at(-1) ?? '';
  return first ? t('looked.and', { first, last }) : last;
}

function sentenceOfLook(t: Words, { kind, person, team, lookedAt }: ShownLook): string {
  const who = team ? t('looked.with-team', { person, team }) : person;
  if (lookedAt.includes('QUESTION')) return t('looked.question', { who });
  const ofDesk = lookedAt.find((part) => DESK.includes(part));
  if (ofDesk) return t('looked.desk', { who, what: t(`looked.${ofDesk}`) });
  if (kind === 'LIVE') return t('looked.live', { who });
  const parts = lookedAt.filter((part) => part !== 'LIST').map((part) => t(`looked.${part}`));
  const what = inARow(t, parts);
  if (kind !== 'LISTED') return t('looked.opened', { who, what });
  return parts.length > 0 ? t('looked.listed-with', { who, what }) : t('looked.listed', { who });
}

function sentenceOfChange(t: Words, look: ShownLook, nameOf: NameOf): string {
  const { role, person } = look;
  const names = look.labels.map(nameOf);
  const values = { person, with: look.sharedWith ?? '', labels: inARow(t, names) };
  const moved = { person, before: names[0] ?? '', after: names[1] ?? '' };
  const own = role === 'PATIENT';
  switch (look.sharingChange) {
    case 'GRANT_GIVEN':
      if (names.length === 0) return t(own ? 'looked.you-gave-one' : 'looked.gave-one', values);
      return t(own ? 'looked.you-gave' : 'looked.gave', values);
    case 'GRANT_CHANGED':
      return t(own ? 'looked.you-changed' : 'looked.changed', values);
    case 'RELABELLED':
      return t(own ? 'looked.you-relabelled' : 'looked.relabelled', moved);
    case 'EMERGENCY_OPENED':
      return t('looked.emergency', values);
    case 'GRANT_ENDED':
      if (role === 'CARER' && look.sharedWith === person) return t('looked.left', values);
      return t(own ? 'looked.you-ended' : 'looked.ended', values);
    case 'SHARING_STOPPED':
    case 'SHARING_RESUMED':
      return t(own ? `looked.${look.sharingChange}` : `looked.staff-${look.sharingChange}`, values);
    case null:
      return '';
    default:
      return t(`looked.${look.sharingChange}`, values);
  }
}

/** Gives an entry of the log as one sentence to the patient: "Ngozi Okafor, Fernside Recovery Team, looked at your results." */
export function useLookSentence(): (look: ShownLook) => string {
  const t = useT(messages);
  const nameOf = useLabelName();
  return (look) => (look.sharingChange ? sentenceOfChange(t, look, nameOf) : sentenceOfLook(t, look));
}

/** Gives why somebody was let in, and as what they acted: "Team member, Fernside NHS Trust", "Their team cares for you". */
export function useLookReason(): (look: ShownLook) => { role: string; reason: string } {
  const t = useT(messages);
  return ({ role, organisation, purpose }) => ({
    role: [t(`looked.role-${role}`), organisation].filter(Boolean).join(', '),
    reason: t(`looked.why-${purpose}`),
  });
}
