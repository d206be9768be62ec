import { Link, Tag, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useLookReason, useLookSentence } from '@heldwell/views';
import { AskAboutLook } from './ask-about-look.tsx';
import { QuestionState } from './question-state.tsx';
import messages from './who-looked.messages.json';
import type { Look } from './who-looked-query.ts';

/** The address of what was opened, where the patient can open it too. */
function placeOf({ opened, lookedAt, sharingChange }: Look): string | null {
  if (!opened) return null;
  if (lookedAt.includes('ENTRY') || sharingChange === 'RELABELLED') return `/record/entry/${opened}`;
  return lookedAt.includes('DISCUSSION') ? `/messages/${opened}` : null;
}

/** One entry of the log: what happened, why it could, and what came of asking about it. */
export function LookItem({ look }: { look: Look }) {
  const t = useT(messages);
  const format = useFormat();
  const sentence = useLookSentence()(look);
  const { role, reason } = useLookReason()(look);
  const place = placeOf(look);
  const why = look.kind === 'SHARED' ? null : `${role}. ${reason}.`;
  return (
    <li className="hw-entry">
      <span className="hw-quiet">{format.dateTime(look.at)}</span>{' '}
      {look.purpose === 'EMERGENCY' && <Tag colour="red">{t('who.emergency')}</Tag>}
      <br />
      {sentence}
      {why && <br />}
      {why && <span className="hw-quiet">{why}</span>}
      {place && (
        <>
          {' '}
          <Link to={place}>
            {t('who.see-it')}
            <span className="nhsuk-u-visually-hidden">{`: ${sentence}`}</span>
          </Link>
        </>
      )}
      {look.question && <QuestionState question={look.question} />}
      {look.mayQuestion && <AskAboutLook look={look} />}
    </li>
  );
}
