/** What somebody has answered on the way in, kept in this tab until it is sent. */
export type Said = {
  birthDate: string | null;
  givenName: string;
  familyName: string;
  preferredName: string;
  /** Ten digits; empty for "I do not know it"; null before it was asked. */
  nhsNumber: string | null;
  email: string;
  ticket: string | null;
  code: string;
  password: string;
};

export const nothingSaid: Said = {
  birthDate: null,
  givenName: '',
  familyName: '',
  preferredName: '',
  nhsNumber: null,
  email: '',
  ticket: null,
  code: '',
  password: '',
};

/** A question page: what was said before, and saying more, which leads on. */
export type StepProps = { said: Said; onSaid: (more: Partial<Said>) => void; back: string };

/** Digits of an NHS number as it was typed, when its check digit is right; else null. */
export function readNhsNumber(typed: string): string | null {
  const digits = typed.replace(/\D/g, '');
  if (digits.length !== 10 || /^(\d)\1{9}$/.test(digits)) return null;
  const sum = [...digits.slice(0, 9)].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]) ? digits : null;
}
