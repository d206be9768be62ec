import type { SaidPlace } from '../../src/platform/sealing/said-of-access.ts';
import { Sealed } from '../../src/platform/sealing/sealed.ts';
import { NO_RECORD } from '../../src/platform/sealing/system-key.ts';
import type { RunsAsOwner } from '../harness/insert-rows.ts';

/** A blob of the database with what it was sealed for. */
export interface StoredValue {
  blob: Buffer;
  place: string;
  row: string;
  patient: string;
  label: string;
}

interface Bound {
  row: string;
  label?: string;
  patient?: string;
  place?: string;
}

/** Where sealed values stand, and how each is bound. */
/** Words about access: their place is one for the tables of a kind. */
const said = (row: string, place: SaidPlace) => ({ row, place, label: 'PEOPLE', patient: NO_RECORD });

const PLACES: Record<string, Bound> = {
  'entry.headline': { row: "id || '.' || version" },
  'entry.detail': { row: "id || '.' || version" },
  'entry.measured': { row: "id || '.' || version" },
  'entry_version.headline': { row: "entry_id || '.' || version" },
  'entry_version.content': { row: "entry_id || '.' || version" },
  'attachment.title': { row: 'id::text' },
  'attachment.bytes': { row: 'id::text' },
  'message.text': { row: 'id::text' },
  'thread.words': { row: 'id::text' },
  'patient_identity.details': { row: 'patient_id::text', label: 'GENERAL' },
  'emergency_contact.details': { row: 'id::text', label: 'GENERAL' },
  'patient_source.resource': { row: 'organisation_id::text', label: 'GENERAL' },
  'invitation.email': { row: 'id::text', label: 'PEOPLE', patient: NO_RECORD },
  'consent_grant.reason': said("id || '.' || version", 'access.reason'),
  'sharing_stop.reason': said('id::text', 'access.reason'),
  'access_question.words': said('id::text', 'access_question.words'),
  'access_question.answer': said('id::text', 'access_question.answer'),
  'access_request.reason': said('id::text', 'access_request.reason'),
  'emergency_access.reason': said('id::text', 'emergency_access.reason'),
  'emergency_access.note': said('id::text', 'emergency_access.note'),
  'record_freeze.reason': said('id::text', 'freeze.reason'),
  'record_freeze.lift_reason': said('id::text', 'freeze.lift_reason'),
  'source_freeze.reason': said('id::text', 'freeze.reason'),
  'source_freeze.lift_reason': said('id::text', 'freeze.lift_reason'),
  'person_freeze.reason': said('id::text', 'freeze.reason'),
  'person_freeze.lift_reason': said('id::text', 'freeze.lift_reason'),
};

/** Every sealed value of every record, and of what people said beside them. */
export async function storedValues(db: RunsAsOwner): Promise<StoredValue[]> {
  const found: StoredValue[] = [];
  for (const [where, { place = where, row, label, patient }] of Object.entries(PLACES)) {
    const [table, column] = where.split('.');
    const rows = await db.rows<StoredValue>(
      `select ${column} as blob, '${place}' as place, ${row} as row, ${patient ? `'${patient}'` : 'patient_id'} as patient,
         ${label ? `'${label}'` : 'label'} as label from heldwell.${table} where ${column} is not null`,
    );
    found.push(...rows);
  }
  return found;
}

/** A blob as if it stood in the place of this value. */
export const asIn = ({ blob: _blob, ...binding }: StoredValue, blob: Buffer): Sealed =>
  new Sealed(blob, binding);
