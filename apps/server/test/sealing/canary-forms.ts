/** Every way the word could stand in a dump: plain, in base64 at each offset, in hexadecimal, in UTF-16. */
export function formsOf(word: string): string[] {
  const bytes = [Buffer.from(word), Buffer.from(word, 'utf16le'), Buffer.from(word, 'utf16le').swap16()];
  const base64 = bytes.flatMap((one) =>
    [0, 1, 2].map((offset) => {
      const text = Buffer.concat([Buffer.alloc(offset), one]).toString('base64');
      // The letters at both ends depend on what stands beside.
      return text.slice(offset === 0 ? 0 : 4, -4);
    }),
  );
  const written = [word, ...base64, ...bytes.map((one) => one.toString('hex'))];
  // As text, and as text within bytes.
  return [...written, ...written.map((text) => Buffer.from(text).toString('hex'))];
}
