let last = 0;

/** A number no other row of this test file has; names and codes are made of it. */
export function unique(): number {
  last += 1;
  return last;
}

let numbers = 0;

/** A number of its own each time, of the range for tests. */
export function nhsNumber(): string {
  for (;;) {
    numbers += 1;
    const nine = `9998${String(numbers).padStart(5, '0')}`;
    const sum = [...nine].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
    const check = (11 - (sum % 11)) % 11;
    if (check !== 10) return `${nine}${check}`;
  }
}
