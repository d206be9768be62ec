const weights = [10, 9, 8, 7, 6, 5, 4, 3, 2];

/** Whether ten digits are an NHS number by their check digit (Modulus 11). */
export function checkDigitFits(digits: string): boolean {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]);
}
