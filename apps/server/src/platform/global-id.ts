/**
 * A client's id is opaque and carries what it names, so that every look-up has its patient. It says nothing
 * about whether the row exists. PostgreSQL writes the same form: `heldwell.global_id`.
 */
const KINDS = {
  RECORD: 'R',
  ENTRY: 'E',
  THREAD: 'T',
  MESSAGE: 'M',
  GRANT: 'G',
  INVITATION: 'I',
  ATTACHMENT: 'A',
  CARER: 'C',
  ACCESS: 'L',
  QUESTION: 'Q',
  REQUEST: 'W',
  EMERGENCY: 'B',
  FREEZE: 'F',
  TEAM: 'q',
  ORGANISATION: 'o',
  PERSON: 'p',
  NOTICE: 'n',
  STUDY: 's',
  SESSION: 'S',
  PASSKEY: 'k',
  DEVICE: 'd',
  STAFF_INVITATION: 'j',
  CHANGE: 'h',
  REGISTRATION: 'g',
  MATCH: 'm',
  CLOSED: 'z',
} as const;

export type IdKind = keyof typeof KINDS;
/** A row of a record: its patient and its own id, both UUIDs. */
export interface RowId {
  patient: string;
  row: string;
}

const nobody = '00000000-0000-0000-0000-000000000000';

/** Reads an id of a row that belongs to a patient; another kind or nonsense names a row that never exists. */
export function readRowId(kind: IdKind, id: string): RowId {
  const bytes = Buffer.from(id, 'base64url');
  if (bytes.length !== 33 || bytes[0] !== KINDS[kind].charCodeAt(0)) return { patient: nobody, row: nobody };
  return { patient: uuidAt(bytes, 1), row: uuidAt(bytes, 17) };
}

/** Reads an id of a record, team, organisation or person, likewise. */
export function readId(kind: IdKind, id: string): string {
  const bytes = Buffer.from(id, 'base64url');
  if (bytes.length !== 17 || bytes[0] !== KINDS[kind].charCodeAt(0)) return nobody;
  return uuidAt(bytes, 1);
}

/** Writes the id of a row; without a patient the id of what belongs to none. */
export function writeId(kind: IdKind, row: string, patient?: string): string {
  const parts = [Buffer.from(KINDS[kind]), ...(patient ? [uuidBytes(patient)] : []), uuidBytes(row)];
  return Buffer.concat(parts).toString('base64url');
}

function uuidAt(bytes: Buffer, start: number): string {
  const hex = bytes.toString('hex', start, start + 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const uuidBytes = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex');
