import { isEmail } from 'class-validator';
import { CsvError, parse } from 'csv-parse/sync';
import { readNhsNumber } from '../../people/index.ts';
import type { BulkFault, ListProblem } from './bulk.type.ts';
import { readBirthDate } from './read-birth-date.ts';

/** Most rows of one list. */
const MOST_ROWS = 5_000;

/** A row that was read; `faults` says what is wrong with it. */
export interface ListRow {
  line: number;
  nhsNumber: string | null;
  familyName: string;
  givenName: string;
  birthDate: string | null;
  email: string | null;
  address: string | null;
  way: 'EMAIL' | 'LETTER' | null;
  faults: BulkFault[];
}

export type ReadList =
  | { is: 'LIST'; rows: ListRow[] }
  | { is: 'PROBLEM'; problem: ListProblem; line?: number; missing?: string[] };

/** Headings as people write them, without blanks, capitals and signs. */
const HEADINGS = {
  nhsNumber: ['nhsnumber', 'nhsno', 'nhs', 'nhsnum'],
  familyName: ['familyname', 'surname', 'lastname', 'family'],
  givenName: ['givenname', 'forename', 'firstname', 'given', 'forenames', 'givennames'],
  birthDate: ['birthdate', 'dateofbirth', 'dob', 'born'],
  email: ['email', 'emailaddress'],
  way: ['way', 'how', 'by', 'sendby', 'invitationby'],
  address: ['address', 'postaladdress'],
} as const;
type Heading = keyof typeof HEADINGS;
const NEEDED: readonly Heading[] = ['nhsNumber', 'familyName', 'givenName', 'birthDate'];

interface Parsed {
  record: string[];
  info: { lines: number };
}

/** Reads a list with commas, semicolons or tabs, quoted or not, with any kind of line end. */
export function readList(text: string, today: Date): ReadList {
  const plain = text.replace(/^\uFEFF/, '');
  const parsed = parsedOf(plain);
  if (!Array.isArray(parsed)) return parsed;
  const [head, ...rows] = parsed;
  if (!head || rows.length === 0) return { is: 'PROBLEM', problem: 'EMPTY' };
  const columns = columnsOf(head.record);
  const missing = NEEDED.filter((name) => columns[name] === undefined);
  if (missing.length > 0) return { is: 'PROBLEM', problem: 'HEADINGS', line: 1, missing };
  if (rows.length > MOST_ROWS) return { is: 'PROBLEM', problem: 'TOO_MANY' };
  const read = rows.map(({ record, info }) =>
    rowOf((name) => record[columns[name] ?? -1] ?? '', info.lines, today),
  );
  markTwins(read);
  return { is: 'LIST', rows: read };
}

function parsedOf(text: string): Parsed[] | ReadList {
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    }) as unknown as Parsed[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { is: 'PROBLEM', problem: 'QUOTES', line: Number((error as { lines?: number }).lines ?? 1) };
  }
}

/** What stands most often between the headings. */
function delimiterOf(text: string): string {
  const [head = ''] = text.split(/\r\n|\n|\r/, 1);
  const often = (sign: string) => head.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (often(sign) > often(best) ? sign : best));
}

function columnsOf(head: string[]): Partial<Record<Heading, number>> {
  const plain = head.map((heading) =>
    heading
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^a-z]/g, ''),
  );
  const entries = Object.entries(HEADINGS).map(([name, known]) => {
    const at = plain.findIndex((heading) => (known as readonly string[]).includes(heading));
    return [name, at < 0 ? undefined : at] as const;
  });
  return Object.fromEntries(entries);
}

const WAYS: Record<string, 'EMAIL' | 'LETTER'> = {
  email: 'EMAIL',
  mail: 'EMAIL',
  letter: 'LETTER',
  post: 'LETTER',
};
const LONGEST: [Heading, number][] = [
  ...(['familyName', 'givenName'] as const).map((name): [Heading, number] => [name, 120]),
  ...([
    ['email', 320],
    ['address', 400],
  ] as [Heading, number][]),
];

function rowOf(cell: (name: Heading) => string, line: number, today: Date): ListRow {
  const faults: BulkFault[] = [];
  const number = cell('nhsNumber') ? readNhsNumber(cell('nhsNumber')) : null;
  if (number?.is === 'INVALID') faults.push('NHS_NUMBER_WRONG');
  if (number?.is === 'PLACEHOLDER') faults.push('NHS_NUMBER_PLACEHOLDER');
  if (!cell('familyName')) faults.push('FAMILY_NAME_MISSING');
  if (!cell('givenName')) faults.push('GIVEN_NAME_MISSING');
  const birthDate = readBirthDate(cell('birthDate'), today) ?? null;
  if (!birthDate) faults.push(cell('birthDate') ? 'BIRTH_DATE_WRONG' : 'BIRTH_DATE_MISSING');
  const email = cell('email') || null;
  if (email && !isEmail(email)) faults.push('EMAIL_WRONG');
  const asked = cell('way')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  const way = asked ? (WAYS[asked] ?? null) : email ? 'EMAIL' : 'LETTER';
  if (!way) faults.push('WAY_UNKNOWN');
  if (way === 'EMAIL' && !email) faults.push('EMAIL_MISSING');
  if (LONGEST.some(([name, most]) => cell(name).length > most)) faults.push('TOO_LONG');
  if ((Object.keys(HEADINGS) as Heading[]).some((name) => cell(name).includes('\uFFFD')))
    faults.push('UNREADABLE');
  return {
    ...{ line, birthDate, email, way, faults, address: cell('address') || null },
    nhsNumber: number?.is === 'VALID' ? number.value : null,
    familyName: cell('familyName').slice(0, 120),
    givenName: cell('givenName').slice(0, 120),
  };
}

/** The first of several rows about one person counts; nobody shares an address with anybody. */
function markTwins(rows: readonly ListRow[]): void {
  const people = new Set<string>();
  const addresses = new Map<string, ListRow>();
  for (const row of rows) {
    const who = row.nhsNumber ?? `${row.familyName} ${row.givenName} ${row.birthDate}`.toLowerCase();
    if (people.has(who)) row.faults.push('TWICE');
    else if (row.email && row.way === 'EMAIL') {
      const address = row.email.normalize('NFKC').toLowerCase();
      const other = addresses.get(address);
      // Which of the two it belongs to, the list does not say: neither gets it.
      if (other)
        for (const one of [other, row])
          if (!one.faults.includes('EMAIL_SHARED')) one.faults.push('EMAIL_SHARED');
      addresses.set(address, row);
    }
    people.add(who);
  }
}
