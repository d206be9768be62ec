import type { MailWords } from '../mail/index.ts';

/** The mail that asks somebody to work here: who asks and where, nothing of any patient. */
export const staffMail = (asked: { by: string; at: string; link: string; days: number }): MailWords => ({
  subject: `${asked.by} invites you to work in Heldwell`,
  what: [
    `${asked.by} invites you to join ${asked.at} in Heldwell, where staff and patients share a record and write to each other.`,
    `The link below is for you alone. It works once, for ${asked.days} days. With it you choose a password, or show that you sign in already.`,
    'If you do not know who this is from, ignore it: nothing happens without you.',
  ],
  link: asked.link,
});
