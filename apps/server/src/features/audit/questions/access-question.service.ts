import type { Context } from '../../../platform/context.ts';
import { channels } from '../../../platform/events.ts';
import { type RowId, readRowId } from '../../../platform/global-id.ts';
import type { Viewer } from '../../../platform/opened-session.ts';
import { sealSaid } from '../../../platform/sealing/said-of-access.ts';
import type { AnswerAccessQuestionInput, QuestionAccessInput } from './access-question.inputs.ts';

/** One question an entry; the same again, or another about the same entry, changes nothing. */
const ASK = `with entry as (
    select l.patient_id, l.id, l.organisation_id from heldwell.access_log l
     where l.patient_id = $1 and l.id = $2 and l.patient_id = heldwell.viewer_record() and l.organisation_id is not null
  ), asked as (
    insert into heldwell.access_question (patient_id, id, entry_id, organisation_id, asked_by, words, asked_at)
    select patient_id, $3, id, organisation_id, $4, $5, heldwell.now() from entry
    on conflict do nothing returning id
  ) select (select count(*) from entry)::integer as found, (select id from asked) as asked`;

/** Opens a case for the privacy officer of the entry's organisation; null where there is no such entry to ask about. */
export async function questionAccess(context: Context, input: QuestionAccessInput): Promise<RowId | null> {
  const entry = readRowId('ACCESS', input.entry);
  const { scope } = context;
  const viewer = await scope.viewer();
  const words = await sealSaid(scope, { place: 'access_question.words', row: input.id }, input.words);
  const [done] = await scope.query<{ found: number; asked: string | null }>({
    name: 'question_access',
    text: ASK,
    values: [entry.patient, entry.row, input.id, nameOf(viewer), words],
  });
  if (!done?.found) return null;
  if (done.asked) tellThePatient(context, entry.patient);
  return entry;
}

/** The first answer stands: what was said to the patient is not said otherwise. Nobody answers for their own look. */
const ANSWER = `with question as (
    select q.patient_id, q.id from heldwell.access_question q where q.patient_id = $1 and q.id = $2
       and q.organisation_id = any ((select heldwell.viewer_privacy_offices())::uuid[])
       and not exists (select from heldwell.access_log l where l.patient_id = q.patient_id and l.id = q.entry_id
         and l.person_id = heldwell.viewer_person())
  ), answered as (
    update heldwell.access_question q set outcome = $3, answer = $4, answered_by = $5,
        answered_by_person = heldwell.viewer_person(), answered_at = heldwell.now()
      from question where q.patient_id = question.patient_id and q.id = question.id and q.outcome is null
    returning q.id
  ) select (select count(*) from question)::integer as found, (select id from answered) as answered`;

/** Answers a question as the privacy officer it goes to; null where it goes to somebody else. */
export async function answerAccessQuestion(
  context: Context,
  input: AnswerAccessQuestionInput,
): Promise<RowId | null> {
  const question = readRowId('QUESTION', input.question);
  const { scope } = context;
  const viewer = await scope.viewer();
  const answer = await sealSaid(scope, { place: 'access_question.answer', row: question.row }, input.answer);
  const [done] = await scope.query<{ found: number; answered: string | null }>({
    name: 'answer_access_question',
    text: ANSWER,
    values: [question.patient, question.row, input.outcome, answer, nameOf(viewer)],
  });
  if (!done?.found) return null;
  if (done.answered) tellThePatient(context, question.patient);
  return question;
}

const nameOf = (viewer: Viewer | null): string => `${viewer?.givenName} ${viewer?.familyName}`;

/** Open pages of the patient read again. */
const tellThePatient = (context: Context, patient: string): void =>
  context.scope.publish({ channel: channels.record(patient), ids: { patient, change: 'SHARING' } });
