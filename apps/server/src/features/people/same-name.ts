/** Whether two spellings are one name: capitals, accents, hyphens, apostrophes and blanks do not make another person. */
export const isSameName = (one: string, other: string): boolean => letters(one) === letters(other);

const letters = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
