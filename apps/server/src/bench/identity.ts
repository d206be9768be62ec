/**
 * Who is who in the measured data: every id follows from a number, so that the parts need not ask each other.
 * The first eight digits say what it is.
 */
const KINDS = {
  person: '019e0001',
  patient: '019e0002',
  entry: '019e0003',
  thread: '019e0004',
  message: '019e0005',
  grant: '019e0006',
  team: '019e0007',
  organisation: '019e0008',
  carer: '019e0009',
  professional: '019e000a',
} as const;

export type Kind = keyof typeof KINDS;

/** Entries, discussions and messages are numbered within their patient: this many numbers each. */
export const NUMBERS_A_PATIENT = 32_768;

/** The id of the n-th of a kind. */
export const idOf = (kind: Kind, n: number): string =>
  `${KINDS[kind]}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** The same in SQL, for an expression that is a bigint. */
export const idSql = (kind: Kind, n: string): string =>
  `('${KINDS[kind]}-0000-7000-8000-' || lpad(to_hex((${n})::bigint), 12, '0'))::uuid`;

/** The team that has every patient in its caseload and 10,000 open discussions. */
export const BIG_TEAM = 0;
/** Discussions of the big team's inbox, fewer only where there are fewer patients. */
export const BIG_INBOX = 10_000;
/** The patient whose record has 20,000 entries. */
export const BIG_RECORD = 1;
export const BIG_RECORD_ENTRIES = 20_000;
export const TEAMS = 50;
export const ORGANISATIONS = 20;
/** Professionals of the big team who ask at the same time. */
export const PROFESSIONALS = 8;
export const ENTRIES_A_PATIENT = 50;
export const THREADS_A_PATIENT = 4;
export const MESSAGES_A_THREAD = 5;
/** The discussion of each patient in which sending is measured. */
export const SENDING_THREAD = 2;
