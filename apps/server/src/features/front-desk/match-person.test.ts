import { describe, expect, it } from 'vitest';
import { decidePerson, type PersonCandidate } from './match-person.ts';

const known: PersonCandidate = {
  ...{ id: 'a', birth_date: '1971-03-04', family_name: 'Ashcroft-Lee', given_name: 'Zoë' },
  ...{ numbered: true, same_number: true },
};
const person = (nhsNumber: string | null, more: object = {}) => ({
  ...{ givenName: 'Zoe', familyName: 'ASHCROFT LEE', birthDate: '1971-03-04', details: { nhsNumber } },
  ...more,
});

describe('whose record it is', () => {
  it('is decided by NHS number, birth date and family name together', () => {
    expect(decidePerson(person('1'), [known])).toEqual({ is: 'RECORD', id: 'a' });
    for (const more of [{ birthDate: '1971-04-03' }, { familyName: 'Ashcroft' }])
      expect(decidePerson(person('1', more), [known]).is).toBe('UNCLEAR');
    expect(decidePerson(person('1'), [{ ...known, birth_date: null }]).is).toBe('UNCLEAR');
  });

  it('is nobody’s where nothing fits', () => {
    expect(decidePerson(person(null), [])).toEqual({ is: 'NOBODY' });
    // Another number is another person, whatever they are called.
    expect(decidePerson(person('2'), [{ ...known, same_number: false }])).toEqual({ is: 'NOBODY' });
    expect(decidePerson(person(null, { givenName: 'Ann' }), [{ ...known, same_number: false }]).is).toBe(
      'NOBODY',
    );
  });

  it('is left to a person where name and birth date agree and a number is missing on either side', () => {
    expect(decidePerson(person(null), [{ ...known, same_number: false }]).is).toBe('UNCLEAR');
    expect(decidePerson(person('2'), [{ ...known, numbered: false, same_number: false }]).is).toBe('UNCLEAR');
  });
});
