import type { AppName, Notice } from '@heldwell/client';
import { useT } from '@heldwell/ui/i18n';
import messages from './notices.messages.json';

type MessageId = keyof typeof messages;
const isMessage = (id: string): id is MessageId => id in messages;

/**
 * The sentence about a notice. Those who made a change themselves read it as theirs; where the record may no longer be
 * seen, the sentence names nobody.
 */
export function sentenceId(app: AppName, { kind, madeByViewer, recordName }: Notice): MessageId {
  const plain = `notices.${app}-${kind}`;
  const suffix = app === 'patient' ? (madeByViewer ? '-self' : '') : recordName === null ? '-unnamed' : '';
  const [found] = [`${plain}${suffix}`, plain].filter(isMessage);
  if (!found) throw new Error(`There is no sentence for ${kind} in the ${app} app.`);
  return found;
}

/** Puts notices into words for the people of one app. */
export function useNoticeWords(app: AppName): (notice: Notice) => string {
  const t = useT(messages);
  return (notice) =>
    t(sentenceId(app, notice), {
      discussion: String(notice.forDiscussion),
      grantee: notice.granteeName ?? t('notices.someone'),
      by: notice.madeBy ?? t('notices.someone'),
      record: notice.recordName ?? '',
      team: notice.granteeName ?? t('notices.you'),
    });
}
