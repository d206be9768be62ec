import type { MailWords } from '../mail/index.ts';

const NOT_YOU = 'If you did not ask for this, you can ignore it: nothing was done with your address.';

/** To an address that nobody signs in with. */
export const emailCodeMail = (code: string): MailWords => ({
  subject: 'Your code for Heldwell',
  what: ['Enter this code on the page where you were asked for it. It can be used for 30 minutes.', NOT_YOU],
  code,
  check: ['We send a code only when somebody gives this address on our page.'],
});

/** To one that somebody signs in with already. */
export const alreadyHereMail = (): MailWords => ({
  subject: 'You already have a sign-in for Heldwell',
  what: [
    'Somebody asked for a code to register with this address. You do not need one: you already sign in with it.',
    'If you have forgotten your password, you can choose another where you sign in.',
    NOT_YOU,
  ],
  link: '/patient/sign-in',
});
