import { type ChosenFiles, useCommand, useFiles, useHeldwell } from '@heldwell/client';
import type { DateParts, PrivacyLabelName } from '@heldwell/ui';
import { type Translate, useT } from '@heldwell/ui/i18n';
import { type CheckedForm, type Faults, useCheckedForm, useFilesFault } from '@heldwell/views';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import messages from './add-document.messages.json';
import { AddDocument } from './add-document-query.ts';

/** What is typed on the form; the files are kept beside it. */
export type DocumentValues = {
  title: string;
  date: DateParts;
  label: PrivacyLabelName | null;
  files: null;
};

export type AddDocumentForm = CheckedForm<DocumentValues> & { chosen: ChosenFiles };

const draftKey = 'add-document';
const empty: DocumentValues = { title: '', date: { day: '', month: '', year: '' }, label: null, files: null };

/** The day of three boxes: null where all are empty, undefined where they make no day that has been. */
function dayOf({ day, month, year }: DateParts, today: Date): string | null | undefined {
  const typed = [year, month, day].map((part) => part.trim());
  if (typed.every((part) => part === '')) return null;
  if (!typed.every((part) => /^\d+$/.test(part)) || typed[0]?.length !== 4) return undefined;
  const text = typed.map((part) => part.padStart(2, '0')).join('-');
  const date = new Date(`${text}T00:00:00Z`);
  const isDay = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  return isDay && date <= today ? text : undefined;
}

type Attempt = { id: string; words: string };

/** The same document sent again carries the same id, even after a reload, so that it is stored once. */
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

/** What is missing or wrong. */
function faultsIn(
  { title, date, label }: DocumentValues,
  files: string | undefined,
  t: Translate<keyof typeof messages>,
): Faults<DocumentValues> {
  const faults: Faults<DocumentValues> = {};
  if (files) faults.files = files;
  if (!title.trim()) faults.title = t('add-document.title-missing');
  if (dayOf(date, new Date()) === undefined) faults.date = t('add-document.date-wrong');
  if (!label) faults.label = t('add-document.label-missing');
  return faults;
}

/** The form that adds a document: kept as a draft, checked, sent, and left for its entry. */
export function useAddDocument(record: string): AddDocumentForm {
  const t = useT(messages);
  const { drafts } = useHeldwell();
  const navigate = useNavigate();
  const { run } = useCommand(AddDocument);
  const attemptId = useAttemptId();
  const filesFaultOf = useFilesFault();
  // The label is chosen below: the server moves the files to the one that is sent.
  const chosen = useFiles(draftKey, { record, label: 'GENERAL' });

  const send = async ({ title, date, label }: DocumentValues) => {
    const { attachments } = chosen;
    const day = dayOf(date, new Date()) ?? null;
    const content = { record, label: label ?? 'GENERAL', title: title.trim(), date: day, attachments };
    const { data, problem } = await run({ input: { id: attemptId(JSON.stringify(content)), ...content } });
    if (!data) return { problem };
    const answer = data.addDocument;
    if (answer.__typename === 'FilesNotAttached') return { faults: { files: t('add-document.files-gone') } };
    if (answer.__typename !== 'DocumentAdded') return { message: answer.message };
    chosen.clear();
    drafts.write(draftKey, '');
    drafts.write(`${draftKey}-sending`, '');
    void navigate(`/record/entry/${answer.entry.id}`, { replace: true });
    return undefined;
  };
  const kept = drafts.read(draftKey);
  const form = useCheckedForm<DocumentValues>({
    initial: kept ? { ...empty, ...(JSON.parse(kept) as Partial<DocumentValues>) } : empty,
    check: (typed) => {
      const none = chosen.files.length === 0 ? t('add-document.files-missing') : undefined;
      return faultsIn(typed, filesFaultOf(chosen) ?? none, t);
    },
    send,
    ids: { date: 'date-day' },
  });
  const { values } = form;
  useEffect(() => {
    if (values !== empty) drafts.write(draftKey, JSON.stringify(values));
  }, [drafts, values]);
  return { ...form, chosen };
}
