import type { Mail } from '../../platform/mailer.ts';

/** What a mail says, in plain words: never anything of a record. */
export interface MailWords {
  subject: string;
  /** Paragraphs before the link. */
  what: readonly string[];
  /** Path of the one link, within this service; none where there is nothing to open. */
  link?: string;
  /** A code to type in, on a line of its own. */
  code?: string;
  /** How to check that the mail is real; left out, the lines that fit every mail. */
  check?: readonly string[];
}

const NEVER =
  'We never ask for a password or a code by e-mail, and nothing from a record is ever in our e-mails.';

/** Addresses a mail and puts its words into the frame that all mails share. The key says which mail it is. */
export function framed(
  words: MailWords,
  { key, to, publicUrl }: { key: string; to: string; publicUrl: string },
): Mail {
  const check = [
    'How to check that this e-mail is real:',
    ...(words.check ?? [`You do not need to use the link. Open ${publicUrl} yourself.`]),
    NEVER,
  ];
  const link = words.link === undefined ? undefined : `${publicUrl}${words.link}`;
  const full = { ...words, link, check };
  return { key, to, subject: words.subject, text: asText(full), html: asHtml(full) };
}

type Framed = MailWords & { link: string | undefined; check: readonly string[] };

const asText = ({ what, link, code, check }: Framed): string =>
  `${[...what, code, link, check.join('\n')].filter((part) => part !== undefined).join('\n\n')}\n`;

function asHtml({ subject, what, link, code, check: [heading = '', ...rest] }: Framed): string {
  const paragraphs = (lines: readonly string[]) => lines.map((line) => `<p>${escaped(line)}</p>`).join('\n');
  const address = link === undefined ? '' : `<p><a href="${escaped(link)}">${escaped(link)}</a></p>`;
  const toType = code === undefined ? '' : `<p style="font-size: 24px"><b>${escaped(code)}</b></p>`;
  return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>${escaped(subject)}</title></head>
<body style="font-family: Arial, sans-serif; font-size: 18px; line-height: 1.5; max-width: 38em">
${[paragraphs(what), toType, address].filter(Boolean).join('\n')}
<h2 style="font-size: 20px">${escaped(heading)}</h2>
${paragraphs(rest)}
</body>
</html>
`;
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as HTML has it. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
