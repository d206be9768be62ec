import { uuidv7 } from 'uuidv7';
import type { Context } from '../../platform/context.ts';
import { type RowId, readId, readRowId } from '../../platform/global-id.ts';
import type { Viewer } from '../../platform/opened-session.ts';
import type { RequestScope } from '../../platform/request-scope.ts';
import { oneAtATime } from '../../platform/sent-once.ts';
import { type Giver, giveGrant, type PrivacyLabel, type Right } from '../consent/index.ts';
import { attachFiles, filesNamed, filesOf, lockWaiting, sameFiles } from '../documents/index.ts';
import { authorName, previewOf } from './authorship.ts';
import { publishThreadChange } from './messaging.events.ts';
import type { StartThreadInput } from './messaging.inputs.ts';
import { openText, openWords, sealText, sealWords } from './sealed-words.ts';

interface CarerRow {
  patient_id: string;
  person_id: string;
  display_name: string;
  relationship: string | null;
  labels: PrivacyLabel[];
}

export type StartOutcome =
  | { is: 'STARTED'; thread: RowId }
  | { is: 'NO_TEAM' }
  | { is: 'DIFFERENT' }
  | { is: 'WITHOUT_FILES' }
  | { is: 'WITHOUT_LABEL'; carers: CarerRow[] };

/**
 * A patient starts a discussion with a team. The team gets access to this one discussion; a carer copied in without
 * its label gets the same, and only when the patient has said yes to it.
 */
export async function startThread(context: Context, input: StartThreadInput): Promise<StartOutcome> {
  const { scope } = context;
  const viewer = await scope.viewer();
  if (!viewer?.patientId) return { is: 'NO_TEAM' };
  const [, earlier] = await Promise.all([
    oneAtATime(scope, viewer, input.id),
    earlierThread(scope, viewer.patientId, input),
  ]);
  if (earlier) return earlier;
  const [team] = await scope.query<{ id: string; name: string }>({
    text: 'select id, name from heldwell.team where id = $1 and takes_messages',
    values: [readId('TEAM', input.team)],
  });
  if (!team) return { is: 'NO_TEAM' };
  const carers = await carersToCopy(scope, viewer.patientId, input.copyTo);
  const without = carers.filter((carer) => !carer.labels.includes(input.label));
  if (without.length > 0 && !input.allowCarersWithoutLabel) return { is: 'WITHOUT_LABEL', carers: without };
  const files = await lockWaiting(scope, viewer.patientId, filesNamed(viewer.patientId, input.attachments));
  if (!files) return { is: 'WITHOUT_FILES' };
  const thread = { patient: viewer.patientId, row: uuidv7() };
  const message = uuidv7();
  await storeThread(scope, { thread, message, input, viewer, team, carers });
  const holder = { patient: thread.patient, label: input.label, thread: thread.row, message };
  await attachFiles(scope, holder, files);
  await openToGrantees(scope, { thread, viewer, team, carers: without });
  publishThreadChange(scope, { patient: thread.patient, thread: thread.row, team: team.id });
  return { is: 'STARTED', thread };
}

/** The team, and carers the patient said yes for, may see this one discussion and write in it. */
async function openToGrantees(
  scope: RequestScope,
  { thread, viewer, team, carers }: Omit<ToStore, 'message' | 'input'>,
): Promise<void> {
  const giver: Giver = {
    name: authorName(viewer),
    personId: viewer.personId,
    // Not what it is about: the reason of a grant is kept as readable text.
    reason: 'Discussion',
  };
  const terms = {
    patient_id: thread.patient,
    labels: [],
    rights: ['SEE', 'MESSAGE'] satisfies Right[],
    thread_id: thread.row,
    basis: 'PATIENT_CHOICE' as const,
    valid_until: null,
  };
  await giveGrant(
    scope,
    { ...terms, grantee_kind: 'TEAM', grantee_id: team.id, grantee_name: team.name },
    giver,
  );
  for (const carer of carers) {
    const grantee = { grantee_id: carer.person_id, grantee_name: carer.display_name };
    await giveGrant(scope, { ...terms, grantee_kind: 'CARER', ...grantee }, giver);
  }
}

const EARLIER = `select t.id, t.label, t.team_id, t.words, m.id as message, m.text from heldwell.thread t
  join heldwell.message m on m.patient_id = t.patient_id and m.thread_id = t.id and m.position = 1
  where t.patient_id = $1 and t.author_id = heldwell.viewer_person() and t.client_id = $2`;

interface EarlierRow {
  id: string;
  label: PrivacyLabel;
  team_id: string;
  words: Buffer;
  message: string;
  text: Buffer;
}

async function earlierThread(
  scope: RequestScope,
  patient: string,
  input: StartThreadInput,
): Promise<StartOutcome | null> {
  const [earlier] = await scope.query<EarlierRow>({ text: EARLIER, values: [patient, input.id] });
  if (!earlier) return null;
  const { label, words, text } = earlier;
  const thread = { patient, row: earlier.id };
  await scope.keys.forLabels([{ patient, label }]);
  const { subject } = openWords(scope.keys, { ...thread, label }, words);
  const said = openText(scope.keys, { patient, row: earlier.message, label }, { blob: text, thread });
  const files = await filesOf(scope, { patient, row: earlier.message }, 'message_id');
  const same =
    subject === input.subject &&
    label === input.label &&
    said === input.text &&
    sameFiles(files, filesNamed(patient, input.attachments));
  return same && earlier.team_id === readId('TEAM', input.team)
    ? { is: 'STARTED', thread }
    : { is: 'DIFFERENT' };
}

function carersToCopy(scope: RequestScope, patient: string, ids: readonly string[]): Promise<CarerRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return scope.query<CarerRow>({
    text: `select c.patient_id, c.person_id, c.display_name, c.relationship,
        array(select distinct l.label from heldwell.grant_in_force g cross join unnest(g.labels) l (label)
          where g.patient_id = c.patient_id and g.grantee_id = c.person_id and g.thread_id is null and 'SEE' = any (g.rights)) as labels
      from heldwell.carer c where c.patient_id = $1 and c.person_id = any ($2)
        and exists (select from heldwell.grant_in_force g where g.patient_id = c.patient_id and g.grantee_id = c.person_id)`,
    values: [patient, ids.map((id) => readRowId('CARER', id).row)],
  });
}

interface ToStore {
  thread: RowId;
  /** The row of its first message. */
  message: string;
  input: StartThreadInput;
  viewer: Viewer;
  team: { id: string; name: string };
  carers: readonly CarerRow[];
}

const STORE = `with thread as (
    insert into heldwell.thread (patient_id, id, author_id, client_id, label, team_id, started_at, last_position,
      last_message_at, last_author_role, words)
    values ($1, $2, heldwell.viewer_person(), $3, $4, $5, heldwell.now(), 1, heldwell.now(), 'PATIENT', $6)
  ), message as (
    insert into heldwell.message (patient_id, id, thread_id, position, author_id, client_id, author_name, author_role, text, sent_at, label)
    values ($1, $8, $2, 1, heldwell.viewer_person(), $3, $7, 'PATIENT', $9, heldwell.now(), $4)
  )
  insert into heldwell.participant (patient_id, thread_id, reader_id, role, name, read_position, joined_at)
    select $1, $2, reader, role, name, read, heldwell.now()
    from unnest($10::uuid[], $11::text[], $12::text[], $13::integer[]) as p (reader, role, name, read)`;

async function storeThread(
  scope: RequestScope,
  { thread, message, input, viewer, team, carers }: ToStore,
): Promise<void> {
  const name = authorName(viewer);
  const place = { ...thread, label: input.label };
  await scope.keys.forLabels([place]);
  const people = [
    { reader: thread.patient, role: 'PATIENT', name, read: 1 },
    { reader: team.id, role: 'STAFF', name: team.name, read: 0 },
    ...carers.map((carer) => ({ reader: carer.person_id, role: 'CARER', name: carer.display_name, read: 0 })),
  ];
  await scope.query({
    text: STORE,
    values: [
      thread.patient,
      thread.row,
      input.id,
      input.label,
      team.id,
      sealWords(scope.keys, place, {
        subject: input.subject,
        preview: previewOf(input.text),
        lastAuthor: name,
      }),
      name,
      message,
      sealText(scope.keys, { ...place, row: message }, input.text),
      people.map((p) => p.reader),
      people.map((p) => p.role),
      people.map((p) => p.name),
      people.map((p) => p.read),
    ],
  });
}
