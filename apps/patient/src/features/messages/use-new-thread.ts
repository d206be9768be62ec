import { type ChosenFiles, type ResultOf, useCommand, useFiles, useHeldwell } from '@heldwell/client';
import type { PrivacyLabelName } from '@heldwell/ui';
import { type Translate, useT } from '@heldwell/ui/i18n';
import { type CheckedForm, type Faults, type Refusal, useCheckedForm, useFilesFault } from '@heldwell/views';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import messages from './messages.messages.json';
import { type CarerToCopy, StartThread, type TeamToWriteTo } from './new-thread-query.ts';

/** What is typed on the form. */
export type NewThreadValues = {
  team: string;
  subject: string;
  label: PrivacyLabelName;
  text: string;
  copyTo: string[];
  allow: boolean;
  /** What stands in the way of sending its files has its place here; they are kept beside the form. */
  files: null;
};

const draftKey = 'new-thread';

/** Those among the copied in who could not see the label otherwise. */
export function carersWithout(
  carers: readonly CarerToCopy[],
  { copyTo, label }: NewThreadValues,
): CarerToCopy[] {
  return carers.filter(({ id, labels }) => copyTo.includes(id) && !labels.includes(label));
}

/** "Chidi Nwosu, Rhian Pritchard". */
export function namesOf(carers: readonly CarerToCopy[]): string {
  return carers.map(({ displayName }) => displayName).join(', ');
}

type Attempt = { id: string; words: string };

function firstValues(
  kept: string,
  teams: readonly TeamToWriteTo[],
  chosenTeam: string | null,
): NewThreadValues {
  const known = (team: string | null) => (teams.some(({ id }) => id === team) ? team : null);
  const draft: Partial<NewThreadValues> = kept ? (JSON.parse(kept) as Partial<NewThreadValues>) : {};
  const only = teams.length === 1 ? teams[0]?.id : undefined;
  return {
    subject: '',
    label: 'GENERAL',
    text: '',
    copyTo: [],
    ...draft,
    allow: false,
    files: null,
    team: known(chosenTeam) ?? known(draft.team ?? null) ?? only ?? '',
  };
}

/** The same words sent again carry the same id, even after a reload, so that they are stored once. */
function useAttemptId(): (words: string) => string {
  const { drafts } = useHeldwell();
  return (words) => {
    const kept = drafts.read(`${draftKey}-sending`);
    const last = kept ? (JSON.parse(kept) as Attempt) : undefined;
    if (last?.words === words) return last.id;
    const id = crypto.randomUUID();
    drafts.write(`${draftKey}-sending`, JSON.stringify({ id, words } satisfies Attempt));
    return id;
  };
}

type Words = Translate<keyof typeof messages>;

function faultsIn(
  values: NewThreadValues,
  carers: readonly CarerToCopy[],
  t: Words,
): Faults<NewThreadValues> {
  const faults: Faults<NewThreadValues> = {};
  if (!values.team) faults.team = t('messages.team-missing');
  if (!values.subject.trim()) faults.subject = t('messages.subject-missing');
  if (!values.text.trim()) faults.text = t('messages.text-missing');
  const without = carersWithout(carers, values);
  if (without.length > 0 && !values.allow) {
    faults.allow = t('messages.allow-missing', { names: namesOf(without) });
  }
  return faults;
}

type Refused = Exclude<ResultOf<typeof StartThread>['startThread'], { __typename: 'ThreadStarted' }>;

function refusalOf(answer: Refused, t: Words): Refusal<NewThreadValues> {
  switch (answer.__typename) {
    case 'CarerWithoutLabel':
      return { faults: { allow: t('messages.allow-missing', { names: namesOf(answer.carers) }) } };
    case 'SentDifferently':
      return { message: t('messages.sent-differently') };
    case 'FilesNotAttached':
      return { faults: { files: t('messages.files-gone') } };
    case 'NotFound':
      return { faults: { team: t('messages.team-gone') } };
  }
}

type Options = {
  record: string;
  teams: readonly TeamToWriteTo[];
  carers: readonly CarerToCopy[];
  chosenTeam: string | null;
};

export type NewThread = CheckedForm<NewThreadValues> & { chosen: ChosenFiles };

/** The form that starts a discussion: kept as a draft, checked, sent, and left for the discussion. */
export function useNewThread({ record, teams, carers, chosenTeam }: Options): NewThread {
  const t = useT(messages);
  const { drafts } = useHeldwell();
  const navigate = useNavigate();
  const { run } = useCommand(StartThread);
  const attemptId = useAttemptId();
  const filesFaultOf = useFilesFault();
  // The label may change until it is sent: the server moves the files to the one that is sent.
  const chosen = useFiles(draftKey, { record, label: 'GENERAL' });

  const send = async ({ team, subject, label, text, copyTo, allow }: NewThreadValues) => {
    const content = { team, subject: subject.trim(), label, text, copyTo, allowCarersWithoutLabel: allow };
    const { attachments } = chosen;
    const { data, problem } = await run({
      input: { id: attemptId(JSON.stringify({ ...content, attachments })), ...content, attachments },
    });
    if (!data) return { problem };
    const answer = data.startThread;
    if (answer.__typename !== 'ThreadStarted') return refusalOf(answer, t);
    drafts.write(draftKey, '');
    drafts.write(`${draftKey}-sending`, '');
    chosen.clear();
    void navigate(`/messages/${answer.thread.id}`, { replace: true });
    return undefined;
  };
  const form = useCheckedForm<NewThreadValues>({
    initial: firstValues(drafts.read(draftKey), teams, chosenTeam),
    check: (values) => {
      const files = filesFaultOf(chosen);
      return { ...faultsIn(values, carers, t), ...(files && { files }) };
    },
    send,
  });
  const { values } = form;
  useEffect(() => {
    if (values.subject || values.text) drafts.write(draftKey, JSON.stringify(values));
  }, [drafts, values]);
  return { ...form, chosen };
}
