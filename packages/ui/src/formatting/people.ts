/** The parts of a person's name as a record holds them. */
export interface NameParts {
  given: string;
  family: string;
  /** "Mrs", "Dr". */
  title?: string | null;
  /** What the person wishes to be called. */
  preferred?: string | null;
}

/** "SMITH, Jane (Mrs)": the order staff search and check by. */
export function staffName({ given, family, title }: NameParts): string {
  const start = [family.toLocaleUpperCase('en-GB'), given].filter(Boolean).join(', ');
  return title ? `${start} (${title})` : start;
}

/** The name as the person likes to hear it, preferred name first. */
export function plainName({ given, family, preferred }: NameParts): string {
  return [preferred || given, family].filter(Boolean).join(' ');
}

/** "485 777 3456", joined by spaces that never break; anything but ten digits is shown as it stands. */
export function groupNhsNumber(digits: string): string {
  const bare = digits.replace(/[\s-]/g, '');
  if (!/^\d{10}$/.test(bare)) return digits;
  return `${bare.slice(0, 3)}\u00a0${bare.slice(3, 6)}\u00a0${bare.slice(6)}`;
}
