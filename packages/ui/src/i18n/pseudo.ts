import type { CompiledMessage } from './compiled-message.ts';

const plain = 'aceinouyACEINOUY';
const accented = 'áçéíñóúýÁÇÉÍÑÓÚÝ';
const argumentKinds = new Set(['plural', 'select', 'selectordinal']);

function accent(text: string): string {
  // Tags such as <link> name the parts of a rich text and stay as they are.
  return text.replace(/<[^>]*>|[a-z]/gi, (piece) => {
    const at = plain.indexOf(piece);
    return at < 0 ? piece : (accented[at] ?? piece);
  });
}

function accentToken(token: unknown): unknown {
  if (typeof token === 'string') return token === '#' ? token : accent(token);
  if (!Array.isArray(token) || !argumentKinds.has(String(token[1]))) return token;
  const [name, kind, cases] = token as [string, string, Record<string, unknown>];
  const altered = Object.entries(cases).map(([key, value]) => [
    key,
    Array.isArray(value) ? value.map(accentToken) : value,
  ]);
  return [name, kind, Object.fromEntries(altered)];
}

function lengthOf(message: unknown): number {
  if (typeof message === 'string') return message.length;
  return Array.isArray(message) ? message.reduce<number>((sum, part) => sum + lengthOf(part), 0) : 0;
}

/** Accents a compiled message and lengthens it by two fifths; places for values stay whole. */
export function pseudo(message: CompiledMessage): CompiledMessage {
  const tokens = typeof message === 'string' ? [message] : message;
  const more = '~'.repeat(Math.ceil(lengthOf(tokens) * 0.4));
  return ['[', ...tokens.map(accentToken), ` ${more}]`];
}
