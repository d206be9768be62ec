import type { CodeableConcept, Coding } from 'fhir/r4.js';
import { nameOfConcept } from './concept.ts';

/** HL7's own lists of what somebody is to a patient. */
const FAMILY = /\/(v3-RoleCode|v3\/RoleCode)$/;
const ROLES = /\/(v2-0131|v2\/0131)$/;

/** v3-RoleCode, as far as people call each other so. */
const FAMILY_WORDS: Record<string, string> = {
  ADOPTF: 'Adoptive father',
  ADOPTM: 'Adoptive mother',
  ADOPTP: 'Adoptive parent',
  AUNT: 'Aunt',
  BRO: 'Brother',
  BROINLAW: 'Brother-in-law',
  CHILD: 'Child',
  CHLDADOPT: 'Adopted child',
  CHLDFOST: 'Foster child',
  CHLDINLAW: 'Child-in-law',
  COUSN: 'Cousin',
  DAU: 'Daughter',
  DAUADOPT: 'Adopted daughter',
  DAUC: 'Daughter',
  DAUFOST: 'Foster daughter',
  DAUINLAW: 'Daughter-in-law',
  DOMPART: 'Partner',
  EXT: 'Relative',
  FAMMEMB: 'Relative',
  FRND: 'Friend',
  FSTRF: 'Foster father',
  FTH: 'Father',
  FTHFOST: 'Foster father',
  FTHINLAW: 'Father-in-law',
  GRFTH: 'Grandfather',
  GRMTH: 'Grandmother',
  GRNDCHILD: 'Grandchild',
  GRNDDAU: 'Granddaughter',
  GRNDSON: 'Grandson',
  GRPRN: 'Grandparent',
  GUARD: 'Guardian',
  HBRO: 'Half-brother',
  HSIB: 'Half-sibling',
  HSIS: 'Half-sister',
  HUSB: 'Husband',
  INLAW: 'Relative by marriage',
  MTH: 'Mother',
  MTHFOST: 'Foster mother',
  MTHINLAW: 'Mother-in-law',
  NBOR: 'Neighbour',
  NBRO: 'Brother',
  NCHILD: 'Child',
  NEPHEW: 'Nephew',
  NFTH: 'Father',
  NIECE: 'Niece',
  NIENEPH: 'Niece or nephew',
  NMTH: 'Mother',
  NPRN: 'Parent',
  NSIB: 'Sibling',
  NSIS: 'Sister',
  POWATT: 'Power of attorney',
  PRN: 'Parent',
  PRNFOST: 'Foster parent',
  PRNINLAW: 'Parent-in-law',
  ROOM: 'Shares a home',
  SIB: 'Sibling',
  SIBINLAW: 'Sibling-in-law',
  SIGOTHR: 'Partner',
  SIS: 'Sister',
  SISINLAW: 'Sister-in-law',
  SON: 'Son',
  SONADOPT: 'Adopted son',
  SONC: 'Son',
  SONFOST: 'Foster son',
  SONINLAW: 'Son-in-law',
  SPS: 'Husband or wife',
  STPBRO: 'Stepbrother',
  STPCHLD: 'Stepchild',
  STPDAU: 'Stepdaughter',
  STPFTH: 'Stepfather',
  STPMTH: 'Stepmother',
  STPPRN: 'Step-parent',
  STPSIB: 'Step-sibling',
  STPSIS: 'Stepsister',
  STPSON: 'Stepson',
  TWIN: 'Twin',
  UNCLE: 'Uncle',
  WIFE: 'Wife',
};

/** v2-0131, which FHIR binds: what somebody is contacted for. */
const ROLE_WORDS: Record<string, string> = {
  C: 'Emergency contact',
  CP: 'Contact person',
  E: 'Employer',
  EP: 'Emergency contact',
  N: 'Next of kin',
};

/** Those contacted about money or papers, who are nobody to call in an emergency. */
const NOT_TO_CALL = ['BP', 'F', 'I', 'PR', 'S'];

function wordsOf({ system = '', code = '', display }: Coding): string | undefined {
  if (FAMILY.test(system)) return FAMILY_WORDS[code] ?? display;
  // U is "unknown", which says nothing.
  if (ROLES.test(system)) return ROLE_WORDS[code] ?? (code === 'U' ? undefined : display);
  return undefined;
}

function wordsOfConcept(concept: CodeableConcept): string[] {
  if (concept.text?.trim()) return [concept.text.trim()];
  const codings = concept.coding ?? [];
  const words = codings.map(wordsOf).filter((one) => one !== undefined);
  if (words.length > 0) return words;
  const known = codings.some(({ system = '' }) => FAMILY.test(system) || ROLES.test(system));
  return known ? [] : [nameOfConcept(concept) ?? []].flat();
}

/** What somebody is to the person: the sender's own words, else those of the codes; null where nothing says it. */
export function relationshipInWords(concepts: readonly CodeableConcept[] | undefined): string | null {
  const words = [...new Set((concepts ?? []).flatMap(wordsOfConcept))];
  return (
    words.map((one, at) => (at === 0 ? one : one.charAt(0).toLowerCase() + one.slice(1))).join(', ') || null
  );
}

/** False for whom the sender lists for billing, insurance or an authority alone. */
export function isToBeCalled(concepts: readonly CodeableConcept[] | undefined): boolean {
  const codings = (concepts ?? []).flatMap(({ coding }) => coding ?? []);
  return (
    codings.length === 0 ||
    !codings.every(({ system = '', code = '' }) => ROLES.test(system) && NOT_TO_CALL.includes(code))
  );
}
