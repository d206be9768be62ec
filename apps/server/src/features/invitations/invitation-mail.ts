import type { MailWords } from '../mail/index.ts';

const DAYS = 'The link can be used once, for 14 days. Nobody else should have it.';
const IGNORE = 'If you did not expect this, you can ignore it. Nothing happens, and nobody is told.';

/** To somebody for whom a record waits. Says nothing of it, and not whose service it is. */
export const recordInvitationMail = (link: string): MailWords => ({
  subject: 'Your invitation to Heldwell',
  what: [
    'A service that cares for you invites you to your own health record in Heldwell.',
    'With it you can read what is kept about you, choose who sees which part, and write to your teams. It is free. It is your choice, and does not change your care.',
    DAYS,
    IGNORE,
  ],
  link,
  check: ['If you are not sure, ask the service that cares for you, by a telephone number you know.'],
});

/** To somebody whom a patient chose. Does not say who: addresses are mistyped. */
export const helperInvitationMail = (link: string): MailWords => ({
  subject: 'Somebody asks for your help in Heldwell',
  what: [
    'Somebody you know has chosen to share a part of their health record with you. The page behind the link says who it is, and what you would see. You can say no.',
    DAYS,
    IGNORE,
  ],
  link,
  check: ['If you are not sure, ask the person who you think has invited you.'],
});
