import type { MailWords } from '../../mail/index.ts';

/** Says to whoever came by a national sign-in that staff have looked: nothing of any record, and nothing of what they found. */
export const settledMail = (): MailWords => ({
  subject: 'We have looked at your sign-in',
  what: [
    'You tried to sign in to Heldwell, and our staff had to look at your details first. They have done so.',
    'Please sign in once more, in the way you did then. If something is still in the way, the page says what to do next.',
  ],
  link: '/patient/sign-in',
});
