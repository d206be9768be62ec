const longestSentence = 20;
const banned = [
  'proxy',
  'proxies',
  'invalid',
  'failed to',
  'utilise',
  'utilize',
  'non-compliant',
  'user',
  'users',
];

/** The readings of an ICU message: each branch of a plural or select with the words around it. */
function readings(message) {
  const start = /\{(\w+), (?:plural|select|selectordinal),/.exec(message);
  if (!start) return [message];
  let depth = 0;
  let end = start.index;
  for (; end < message.length; end += 1) {
    if (message[end] === '{') depth += 1;
    if (message[end] === '}') depth -= 1;
    if (depth === 0) break;
  }
  const inside = message.slice(start.index + start[0].length, end);
  const branches = [...inside.matchAll(/(?:=\d+|\w+) \{((?:[^{}]|\{[^{}]*\})*)\}/g)].map((match) => match[1]);
  return branches.flatMap((branch) =>
    readings(message.slice(0, start.index) + branch + message.slice(end + 1)),
  );
}

/** What is wrong with the wording of one message, as ends of sentences; empty when nothing is. */
export function proseFindings(message) {
  const findings = new Set();
  for (const reading of readings(message)) {
    const plain = reading.replace(/<[^>]*>/g, '').replace(/\{\w+\}/g, 'value');
    for (const sentence of plain.split(/(?<=[.!?:])\s+/)) {
      const words = sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
      if (words > longestSentence) findings.add(`has a sentence of ${words} words.`);
    }
    for (const word of banned) {
      if (new RegExp(`\\b${word}\\b`, 'i').test(plain)) findings.add(`says "${word}".`);
    }
  }
  return [...findings];
}
