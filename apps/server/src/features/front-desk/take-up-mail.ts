import type { MailWords } from '../mail/index.ts';

interface Invited {
  organisation: string;
  service: string;
  link: string;
  until: Date;
}

/** Asks somebody to take their record up: who asks, and that nothing depends on it. No name, nothing of any care. */
export const takeUpMail = ({ organisation, service, link, until }: Invited): MailWords => ({
  subject: `${organisation} invites you to ${service}`,
  what: [
    `${organisation} has made a record for you in ${service}. With the link below you take it up: you choose a password, and from then on you decide who sees which part.`,
    `The link is for you alone. It works once, until ${until.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' })}.`,
    'Joining is your choice. If you do not join, your care stays the same.',
  ],
  link,
});
