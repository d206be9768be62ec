/** What a written NHS number turned out to be. */
export type NhsNumberReading =
  | { is: 'VALID'; value: string }
  /** One digit ten times: passes Modulus 11, is never issued, and stands for "not known" in many systems. */
  | { is: 'PLACEHOLDER' }
  | { is: 'INVALID'; reason: string };

/**
 * Reads an NHS number, written plainly or with spaces or hyphens, and checks it by Modulus 11.
 *
 * Our rule for numbers of one repeated digit, which pass Modulus 11: they are no NHS number. Taken at its word, the
 * 9999999999 that test systems and registration desks use would make one record of many people.
 */
export function readNhsNumber(written: string): NhsNumberReading {
  const digits = written.replace(/[\s-]/g, '');
  if (!/^\d{10}$/.test(digits)) return { is: 'INVALID', reason: 'An NHS number has ten digits.' };
  if (/^(\d)\1{9}$/.test(digits)) return { is: 'PLACEHOLDER' };
  if (!passesModulus11(digits))
    return { is: 'INVALID', reason: 'The check digit of the NHS number is wrong.' };
  return { is: 'VALID', value: digits };
}

/** Ten digits: the last is 11 less the remainder of the first nine weighted 10 to 2; 11 counts as 0, 10 is never issued. */
export function passesModulus11(digits: string): boolean {
  const sum = [...digits.slice(0, 9)].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]);
}
