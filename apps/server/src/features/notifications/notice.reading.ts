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
        `coalesce(${ofGrant(row, 'g.grantee_name')}, (select t.name from heldwell.team t where t.id = ${row}.team_id))`,
    ),
    madeBy: value(({ row }) => ofGrant(row, 'g.given_by')),
    madeByViewer: value(
      ({ row }) => `coalesce(${ofGrant(row, 'g.given_by_person = heldwell.viewer_person()')}, false)`,
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
