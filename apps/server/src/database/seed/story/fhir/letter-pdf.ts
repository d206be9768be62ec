interface Letter {
  title: string;
  /** A line break inside a paragraph is kept. */
  paragraphs: readonly string[];
  /** Points; 16 and more is large print. */
  textSize: number;
}

const PAGE = { width: 595, height: 842, margin: 64 };

/** Helvetica's average letter is about half as wide as it is high: near enough to break lines early. */
function wrap(text: string, size: number): string[] {
  if (text.includes('\n')) return text.split('\n').flatMap((line) => wrap(line, size));
  const most = Math.floor((PAGE.width - 2 * PAGE.margin) / (size * 0.5));
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line && line.length + 1 + word.length > most) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line];
}

const escapeText = (text: string): string => text.replaceAll(/[\\()]/g, (sign) => `\\${sign}`);

interface Line {
  text: string;
  font: 'F1' | 'F2';
}

function pageContent(lines: readonly Line[], size: number): string {
  const leading = Math.round(size * 1.5);
  const shown = lines.map(({ text, font }) => `/${font} ${size} Tf (${escapeText(text)}) Tj T*`).join('\n');
  return `BT ${leading} TL ${PAGE.margin} ${PAGE.height - PAGE.margin} Td\n${shown}\nET`;
}

function pages({ title, paragraphs, textSize }: Letter): Line[][] {
  const set = (text: string, font: Line['font']): Line[] =>
    [...wrap(text, textSize), ''].map((line) => ({ text: line, font }));
  const lines = [...set(title, 'F2'), ...paragraphs.flatMap((text) => set(text, 'F1'))].slice(0, -1);
  const most = Math.floor((PAGE.height - 2 * PAGE.margin) / Math.round(textSize * 1.5));
  return Array.from({ length: Math.ceil(lines.length / most) }, (_, page) =>
    lines.slice(page * most, (page + 1) * most),
  );
}

function assemble(objects: readonly string[]): Buffer {
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const count = objects.length + 1;
  const table = `xref\n0 ${count}\n0000000000 65535 f \n${offsets.join('')}`;
  const trailer = `trailer\n<< /Size ${count} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  // Latin-1 keeps one byte a letter, so the offsets counted above are byte offsets.
  return Buffer.from(body + table + trailer, 'latin1');
}

/** A plain letter on A4. Text must be Latin-1: a sign outside it is refused rather than printed wrongly. */
export function letterPdf(letter: Letter): Buffer {
  const wrong = [letter.title, ...letter.paragraphs].join(' ').match(/[^\n\u0020-\u00ff]/);
  if (wrong) throw new Error(`The letter "${letter.title}" has a sign a plain PDF cannot show: ${wrong[0]}`);
  const sheets = pages(letter);
  const kids = sheets.map((_, page) => `${6 + page * 2} 0 R`).join(' ');
  return assemble([
    '<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) /ViewerPreferences << /DisplayDocTitle true >> >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${sheets.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Title (${escapeText(letter.title)}) >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
    ...sheets.flatMap((lines, page) => {
      const content = pageContent(lines, letter.textSize);
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Contents ${7 + page * 2} 0 R /Resources << /Font << /F1 3 0 R /F2 5 0 R >> >> >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ]);
}
