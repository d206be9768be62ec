import type { Mail } from '../../platform/mailer.ts';
import type { AppName } from '../../platform/opened-session.ts';

/** What a mail about a notice is made of: nothing that says what it is about. */
export interface MailedNotice {
  id: string;
  app: AppName;
  email: string;
}

/** The first eight characters of a notice's id, as the app shows them beside it. */
const referenceOf = (id: string): string => `${id.slice(0, 4)}-${id.slice(4, 8)}`.toUpperCase();

const SUBJECT = 'Sharing of a record changed';

/**
 * The same words for every kind of change: no name, no team, no label. The link leads to the list of notices, which
 * asks for a sign-in; how to check that the mail is real does not need the link.
 */
export function noticeMail({ id, app, email }: MailedNotice, publicUrl: string): Mail {
  const link = `${publicUrl}/${app.toLowerCase()}/notices`;
  const reference = referenceOf(id);
  const words = {
    what: 'Sharing of a record that you can see, or that is yours, has changed. Sign in to read what changed.',
    link,
    check: [
      'How to check that this e-mail is real:',
      `You do not need to use the link. Open ${publicUrl} yourself, sign in, and open Notices.`,
      `The notice there has the same reference as this e-mail: ${reference}`,
      'We never ask for a password or a code by e-mail, and nothing from a record is ever in our e-mails.',
    ],
  };
  return { key: `notice.${id}`, to: email, subject: SUBJECT, text: asText(words), html: asHtml(words) };
}

interface Words {
  what: string;
  link: string;
  check: readonly string[];
}

const asText = ({ what, link, check }: Words): string => `${[what, link, check.join('\n')].join('\n\n')}\n`;

function asHtml({ what, link, check: [heading = '', ...rest] }: Words): string {
  const paragraphs = rest.map((line) => `<p>${escaped(line)}</p>`).join('\n');
  return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>${SUBJECT}</title></head>
<body style="font-family: Arial, sans-serif; font-size: 18px; line-height: 1.5; max-width: 38em">
<p>${escaped(what)}</p>
<p><a href="${escaped(link)}">${escaped(link)}</a></p>
<h2 style="font-size: 20px">${escaped(heading)}</h2>
${paragraphs}
</body>
</html>
`;
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as HTML has it. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
