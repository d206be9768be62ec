import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { passesModulus11, readNhsNumber } from './nhs-number.ts';

const samples = process.env.HELDWELL_SAMPLES;

describe('an NHS number', () => {
  it('is taken with spaces or hyphens and kept as ten digits', () => {
    expect(readNhsNumber('999 003 0006')).toEqual({ is: 'VALID', value: '9990030006' });
    expect(readNhsNumber('999-003-0375')).toEqual({ is: 'VALID', value: '9990030375' });
  });

  it('is refused with a wrong check digit, with one that cannot be, or of another length', () => {
    for (const written of ['9990030074', '9990030090', '999000001', '99900000011', '', '999O00O018']) {
      expect(readNhsNumber(written).is, written).toBe('INVALID');
    }
  });

  it('is no number when one digit is repeated, although those pass Modulus 11', () => {
    for (const digit of '0123456789') {
      expect(passesModulus11(digit.repeat(10))).toBe(true);
      expect(readNhsNumber(digit.repeat(10))).toEqual({ is: 'PLACEHOLDER' });
    }
  });
});

describe.skipIf(!samples)('the NHS number vectors', () => {
  const vectors = samples
    ? (JSON.parse(readFileSync(join(samples, 'made-here/reference/nhs-numbers.json'), 'utf8')) as Vector[])
    : [];
  interface Vector {
    value: string;
    modulus11: boolean;
    accept: boolean | 'policy';
    normalised?: string;
    why: string;
  }

  it('are answered as they say', () => {
    expect(vectors.length).toBe(56);
    for (const { value, modulus11, accept, normalised, why } of vectors) {
      const digits = value.replace(/[\s-]/g, '');
      expect(/^\d{10}$/.test(digits) && passesModulus11(digits), `${value}: ${why}`).toBe(modulus11);
      const reading = readNhsNumber(value);
      if (accept === 'policy') expect(reading.is).toBe('PLACEHOLDER');
      else expect(reading.is === 'VALID', `${value}: ${why}`).toBe(accept);
      if (normalised) expect(reading).toEqual({ is: 'VALID', value: normalised });
    }
  });
});
