/** How surely somebody proved who they are: an unproved address, a low level, or documents and face. */
export type ProofLevel = 'P0' | 'P5' | 'P9';

const ORDER: readonly ProofLevel[] = ['P0', 'P5', 'P9'];
/** How the person signs in there: a password and a known device, a password and a code, or a passkey. */
const CREDENTIALS = [['Cp', 'Cd'], ['Cp', 'Ck'], ['Cm']] as const;

/** What is asked of the provider (`vtr`): these levels, each with every strong way of signing in. */
export const vectorsAskedFor = (levels: readonly ProofLevel[]): string[] =>
  levels.flatMap((level) => CREDENTIALS.map((credentials) => [level, ...credentials].join('.')));

/** What a vector says, whatever the order of its parts; null where it says no level, or says a part twice. */
function partsOf(vector: unknown): { level: ProofLevel; credentials: string } | null {
  if (typeof vector !== 'string' || vector.length > 60) return null;
  const parts = vector.split('.');
  const levels = ORDER.filter((level) => parts.includes(level));
  const credentials = parts.filter((part) => /^C[a-z]$/.test(part)).sort();
  const isWhole = parts.length === levels.length + credentials.length && new Set(parts).size === parts.length;
  const [level] = levels;
  return isWhole && levels.length === 1 && level ? { level, credentials: credentials.join('.') } : null;
}

/** The level that was answered (`vot`), where it is one of those asked for in a way asked for; null otherwise. */
export function levelAnswered(vot: unknown, asked: readonly string[]): ProofLevel | null {
  const answered = partsOf(vot);
  if (!answered) return null;
  const fits = asked.some((vector) => {
    const wanted = partsOf(vector);
    return wanted?.level === answered.level && wanted.credentials === answered.credentials;
  });
  return fits ? answered.level : null;
}
