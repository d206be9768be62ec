import { type Message, type ProblemKind, useDraft, useFiles, useSendMessage } from '@heldwell/client';
import { Button, ErrorSummary, focusField, Link, Textarea } from '@heldwell/ui';
import { Rich, useT } from '@heldwell/ui/i18n';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { AttachFiles, useFilesFault } from '../files/attach-files.tsx';
import messages from './threads.messages.json';

type Fault = { kind: 'empty' | 'files' | ProblemKind; attempt: number };

function useFaultWords(): (kind: Fault['kind']) => string {
  const t = useT(messages);
  return (kind) => {
    if (kind === 'empty') return t('threads.empty');
    if (kind === 'badInput') return t('threads.files-gone');
    return t(kind === 'offline' ? 'threads.not-sent-offline' : 'threads.not-sent-broken');
  };
}

/** When the team usually answers, and that this is not for emergencies, with the way to help. */
export function AnswerTime({
  team,
  helpTo,
}: {
  team: { name: string; answerTime: string | null; openingHours: string | null };
  helpTo?: string;
}) {
  const t = useT(messages);
  const help = (words: string): ReactNode => (helpTo ? <Link to={helpTo}>{words}</Link> : words);
  return (
    <div className="hw-answer-time">
      <p>
        {team.answerTime && t('threads.answer-time', { team: team.name, time: team.answerTime })}{' '}
        {team.openingHours && t('threads.opening-hours', { hours: team.openingHours })}
      </p>
      {helpTo && (
        <p>
          <Rich text={t('threads.not-emergency')} parts={{ help }} />
        </p>
      )}
    </div>
  );
}

type ComposerProps = {
  threadId: string;
  /** Called with the message as stored. */
  onSent: (message: Message) => void;
  /** Words above the box, such as `AnswerTime`. */
  before?: ReactNode;
};

const fieldId = 'message-text';
const filesId = 'message-files';

/** Where one writes. What is typed outlives a reload and a time-out; a send that failed keeps it, with "Try again". */
export function Composer({ threadId, onSent, before }: ComposerProps) {
  const t = useT(messages);
  const wordsOf = useFaultWords();
  const draft = useDraft(`thread:${threadId}`);
  const files = useFiles(`thread:${threadId}`, { thread: threadId });
  const filesFaultOf = useFilesFault();
  const { send, sending } = useSendMessage(threadId);
  const [fault, setFault] = useState<Fault | null>(null);
  const fail = (kind: Fault['kind']) => setFault((last) => ({ kind, attempt: (last?.attempt ?? 0) + 1 }));

  const submit = async () => {
    if (!draft.text.trim()) return fail('empty');
    if (filesFaultOf(files)) return fail('files');
    const outcome = await send(draft.text, files.attachments);
    if ('problem' in outcome) return fail(outcome.problem.kind);
    setFault(null);
    draft.clear();
    files.clear();
    focusField(fieldId);
    onSent(outcome.message);
  };
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!sending) void submit();
  };
  const ofFiles = fault?.kind === 'files' || fault?.kind === 'badInput';
  const words = fault?.kind === 'files' ? filesFaultOf(files) : fault ? wordsOf(fault.kind) : undefined;
  const failed = fault !== null && fault.kind !== 'empty' && fault.kind !== 'files';
  return (
    <form noValidate onSubmit={onSubmit} className="hw-composer hw-no-print">
      {before}
      {fault && words && (
        <ErrorSummary
          errors={[{ id: ofFiles ? filesId : fieldId, message: words }]}
          heading={failed ? t('threads.not-sent') : undefined}
          attempt={fault.attempt}
        />
      )}
      <Textarea
        id={fieldId}
        label={t('threads.write')}
        rows={4}
        value={draft.text}
        error={fault?.kind === 'empty' ? words : undefined}
        onChange={(event) => draft.setText(event.target.value)}
      />
      <AttachFiles id={filesId} chosen={files} error={ofFiles ? words : undefined} />
      <Button type="submit" busy={sending}>
        {sending ? t('threads.sending') : t(failed ? 'threads.try-again' : 'threads.send')}
      </Button>
    </form>
  );
}
