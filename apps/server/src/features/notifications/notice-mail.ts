import type { Mail } from '../../platform/mailer.ts';
import type { AppName } from '../../platform/opened-session.ts';
import { framed } from '../mail/index.ts';

/** What a mail about a notice is made of: nothing that says what it is about. */
export interface MailedNotice {
  id: string;
  app: AppName;
  kind: string;
  email: string;
}

/** The first eight characters of a notice's id, as the app shows them beside it. */
const referenceOf = (id: string): string => `${id.slice(0, 4)}-${id.slice(4, 8)}`.toUpperCase();

/** What is asked and answered changes nothing yet; of which question it is, the mail says as little. */
const QUESTIONS = ['ACCESS_ASKED', 'LOOK_QUESTIONED', 'QUESTION_ANSWERED'];
const CHANGED = {
  subject: 'Sharing of a record changed',
  what: [
    'Sharing of a record that you can see, or that is yours, has changed. Sign in to read what changed.',
  ],
};
const ASKED = {
  subject: 'A question about access to a record',
  what: ['Somebody asked about access to a record, or answered you. Sign in to read it.'],
};

/**
 * The same words for every kind of change, and for every kind of question: no name, no team, no label. The link leads to the list of notices, which
 * asks for a sign-in; how to check that the mail is real does not need the link.
 */
export function noticeMail({ id, app, kind, email }: MailedNotice, publicUrl: string): Mail {
  const words = {
    ...(QUESTIONS.includes(kind) ? ASKED : CHANGED),
    link: `/${app.toLowerCase()}/notices`,
    check: [
      `You do not need to use the link. Open ${publicUrl} yourself, sign in, and open Notices.`,
      `The notice there has the same reference as this e-mail: ${referenceOf(id)}`,
    ],
  };
  return framed(words, { key: `notice.${id}`, to: email, publicUrl });
}
