let last = 0;

/** A number no other row of this test file has; names and codes are made of it. */
export function unique(): number {
  last += 1;
  return last;
}
