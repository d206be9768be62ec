import { defineRoot } from '../../platform/reading/read.ts';
import { columns, defineReading, value } from '../../platform/reading/reading.ts';
import { mayKnow } from '../people/index.ts';

/** A person's notices in the app they are signed in to, and nobody else's. */
const own = (it: string): string =>
  `${it}.person_id = (select heldwell.viewer_person()) and ${it}.app = (select heldwell.viewer_app())`;

/** Something of the record a notice is about, where its reader may see it at this moment; null for the own one. */
const ofRecord = (row: string, sql: string): string =>
  `(select ${sql} from heldwell.patient p where p.id = ${row}.patient_id
     and p.id is distinct from heldwell.viewer_record() and ${mayKnow('p')})`;

/** Something of the version of the grant it tells of, which only the patient reads here. */
const ofGrant = (row: string, sql: string): string =>
  `(select ${sql} from heldwell.consent_grant g where ${row}.app = 'PATIENT' and g.patient_id = ${row}.patient_id
     and g.id = ${row}.grant_id and g.version = ${row}.grant_version)`;

/** Something of the question for access it tells of, which only the patient reads here. */
const ofRequest = (row: string, sql: string, where = ''): string =>
  `(select ${sql} from heldwell.access_request a where ${row}.app = 'PATIENT' and a.patient_id = ${row}.patient_id
     and a.id = ${row}.about_id ${where})`;

/** Something of the question about a look it tells of, which both sides of it may see. */
const ofQuestion = (row: string, sql: string, where: string): string =>
  `(select ${sql} from heldwell.access_question q join heldwell.organisation o on o.id = q.organisation_id
     where q.patient_id = ${row}.patient_id and q.id = ${row}.about_id and ${where})`;

defineReading({
  type: 'Notice',
  table: 'notice',
  fields: {
    id: value(({ row }) => `heldwell.global_id('n', ${row}.id)`),
    ...columns('kind', 'at', 'readAt', 'forDiscussion'),
    reference: value(
      ({ row }) => `case when ${row}.mailed_at is not null then
        upper(substr(${row}.id::text, 1, 4) || '-' || substr(${row}.id::text, 5, 4)) end`,
    ),
    recordId: value(({ row }) => ofRecord(row, `heldwell.global_id('R', p.id)`)),
    recordName: value(({ row }) =>
      ofRecord(row, `coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name`),
    ),
    granteeName: value(
      ({ row }) =>
        `coalesce(${ofGrant(row, 'g.grantee_name')}, ${ofRequest(row, 'a.grantee_name')},
          ${ofQuestion(row, 'o.name', `${row}.app = 'PATIENT'`)},
          (select t.name from heldwell.team t where t.id = ${row}.team_id))`,
    ),
    madeBy: value(
      ({ row }) => `coalesce(${ofGrant(row, 'g.given_by')}, ${ofRequest(row, 'a.asked_by_name')},
        ${ofQuestion(row, 'q.answered_by', `${row}.app = 'PATIENT'`)})`,
    ),
    madeByViewer: value(
      ({ row }) => `coalesce(${ofGrant(row, 'g.given_by_person = heldwell.viewer_person()')}, false)`,
    ),
    requestId: value(({ row }) =>
      ofRequest(row, `heldwell.global_id('W', a.patient_id, a.id)`, 'and a.answered_at is null'),
    ),
    officeId: value(({ row }) =>
      ofQuestion(
        row,
        `heldwell.global_id('o', o.id)`,
        `${row}.app = 'PROFESSIONAL' and q.outcome is null
          and o.id = any ((select heldwell.viewer_privacy_offices())::uuid[])`,
      ),
    ),
  },
});

/** The viewer's notices, newest first. */
export const ownNotices = defineRoot<{ first: number; after?: string | null }>({
  name: 'own_notices',
  of: 'Notice',
  rows: (it) => ({
    where: own(it),
    patient: ofRecord(it, 'p.id'),
    order: { keys: [`${it}.at`, `${it}.id`], types: ['timestamptz', 'uuid'], direction: 'desc' },
  }),
});

/** One of the viewer's notices. */
export const noticeById = defineRoot<{ id: string }>({
  name: 'notice',
  of: 'Notice',
  rows: (it, arg) => ({ where: `${own(it)} and ${it}.id = ${arg('id', 'uuid')}` }),
});
