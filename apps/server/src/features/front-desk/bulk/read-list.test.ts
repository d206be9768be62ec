import { describe, expect, it } from 'vitest';
import { readBirthDate } from './read-birth-date.ts';
import { readList } from './read-list.ts';

const today = new Date('2026-11-22T12:00:00Z');
const HEAD = 'NHS number,Family name,Given name,Date of birth,E-mail,Way';
const read = (...lines: string[]) => readList([HEAD, ...lines].join('\n'), today);
const rowsOf = (list: ReturnType<typeof readList>) => {
  if (list.is !== 'LIST') throw new Error(list.problem);
  return list.rows;
};
const faultsOf = (...lines: string[]) => rowsOf(read(...lines)).map(({ faults }) => faults);

describe('a list of people', () => {
  it('is read as programs write it: marks at the beginning, quotes, line ends, semicolons and tabs', () => {
    const text =
      '\uFEFFsurname;Forename;NHS No;DOB;how\r\n"O\'Neill; née ""Box""";Zoë;943 476 5919;06-Aug-1990;letter\r\n\r\n';
    expect(rowsOf(readList(text, today))).toEqual([
      {
        ...{
          line: 2,
          nhsNumber: '9434765919',
          familyName: 'O\'Neill; née "Box"',
          givenName: 'Zoë',
          address: null,
        },
        ...{ birthDate: '1990-08-06', email: null, way: 'LETTER', faults: [] },
      },
    ]);
    const tabs = 'NHS number\tFamily name\tGiven name\tBirth date\n\tLee\tAnn\t1/2/1980';
    expect(rowsOf(readList(tabs, today))[0]).toMatchObject({
      nhsNumber: null,
      birthDate: '1980-02-01',
      way: 'LETTER',
    });
  });

  it('goes by e-mail where there is an address and nothing else was said', () => {
    const rows = rowsOf(
      read(',Lee,Ann,1980-02-01,ann@example.org,', ',Lee,Bob,1980-02-01,bob@example.org,Post'),
    );
    expect(rows.map(({ way }) => way)).toEqual(['EMAIL', 'LETTER']);
  });

  it('names by line what is wrong with each row', () => {
    expect(
      faultsOf(
        '943 476 5918,Lee,Ann,1980-02-01,,',
        '9999999999,Lee,Ben,1980-02-01,,',
        ',,Ann,30/02/1980,,',
        ',Lee,,,ann@example,E-mail',
        ',Lee,Cy,1980-02-01,,e-mail',
        ',Lee,Dee,1980-02-01,,pigeon',
        `,${'x'.repeat(121)},Eve,1980-02-01,,`,
        ',L\uFFFDe,Flo,1980-02-01,,',
      ),
    ).toEqual([
      ['NHS_NUMBER_WRONG'],
      ['NHS_NUMBER_PLACEHOLDER'],
      ['FAMILY_NAME_MISSING', 'BIRTH_DATE_WRONG'],
      ['GIVEN_NAME_MISSING', 'BIRTH_DATE_MISSING', 'EMAIL_WRONG'],
      ['EMAIL_MISSING'],
      ['WAY_UNKNOWN'],
      ['TOO_LONG'],
      ['UNREADABLE'],
    ]);
  });

  it('holds one person once, and one address for one person', () => {
    expect(
      faultsOf(
        '9434765919,Lee,Ann,1980-02-01,a@example.org,',
        '943 476 5919,Li,An,1980-02-01,,',
        ',Lee,Bob,1981-02-01,B@example.org,',
        ',Lee,Cy,1982-02-01,b@example.org,',
      ),
    ).toEqual([[], ['TWICE'], ['EMAIL_SHARED'], ['EMAIL_SHARED']]);
  });

  it('is refused whole where it is no list', () => {
    expect(read()).toMatchObject({ problem: 'EMPTY' });
    expect(readList('', today)).toMatchObject({ problem: 'EMPTY' });
    expect(readList('Name,Born\nAnn,1980', today)).toMatchObject({
      problem: 'HEADINGS',
      missing: ['nhsNumber', 'familyName', 'givenName'],
    });
    expect(read(',Lee,"Ann,1980-02-01,,')).toMatchObject({ problem: 'QUOTES' });
    const many = Array.from({ length: 5_001 }, (_, at) => `,Lee,Ann${at},1980-02-01,,`);
    expect(read(...many)).toMatchObject({ problem: 'TOO_MANY' });
    expect(rowsOf(read(...many.slice(1)))).toHaveLength(5_000);
  });
});

it.each([
  ['2008-02-29', '2008-02-29'],
  ['29/02/2008', '2008-02-29'],
  ['1.2.1980', '1980-02-01'],
  ['6 August 1990', '1990-08-06'],
  ['1990-08-06 00:00:00', '1990-08-06'],
  ['29/02/2007', undefined],
  ['13/13/1980', undefined],
  ['1/2/80', undefined],
  ['2026-11-23', undefined],
  ['1880-01-01', undefined],
  ['6 Sextilis 1990', undefined],
])('%s is read as %s', (written, day) => {
  expect(readBirthDate(written, today)).toBe(day);
});
