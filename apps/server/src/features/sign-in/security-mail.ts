import type { MailWords } from '../mail/index.ts';

const NOT_YOU =
  'If this was not you, open Heldwell yourself, choose a new password and end every sign-in under “Sign-in and security”.';

/** Told after something of how a person signs in has changed: to the address they had at that moment. */
const told = (subject: string, what: string): MailWords => ({ subject, what: [what, NOT_YOU] });

export const passwordChanged = (): MailWords =>
  told(
    'Your password was changed',
    'The password of your sign-in was changed. Everybody who was signed in with it has been signed out.',
  );

export const passkeyAdded = (): MailWords =>
  told('A passkey was added', 'A passkey was added to your sign-in. Whoever holds it can sign in as you.');

export const passkeyRemoved = (): MailWords =>
  told('A passkey was removed', 'A passkey was removed from your sign-in. It can no longer be used.');

export const authenticatorAdded = (): MailWords =>
  told(
    'An authenticator app was set up',
    'An authenticator app was set up for your sign-in. Its codes are asked for after your password.',
  );

export const authenticatorRemoved = (): MailWords =>
  told(
    'Your authenticator app was removed',
    'The authenticator app was removed from your sign-in. Its codes are no longer asked for.',
  );

export const recoveryCodesRenewed = (): MailWords =>
  told(
    'You have new recovery codes',
    'Ten new recovery codes were made for your sign-in. Those you had before no longer work.',
  );

export const recoveryCodeUsed = (left: number): MailWords =>
  told(
    'A recovery code was used',
    left === 0
      ? 'Your last recovery code was used to sign in. Make new ones under “Sign-in and security”.'
      : `A recovery code was used to sign in. You have ${left} left.`,
  );

// The name of the other sign-in is left out: an employer's or a trust's says something of its person.
export const signInLinked = (): MailWords =>
  told(
    'Another sign-in was linked to yours',
    'Another sign-in was linked to your sign-in. Whoever can use it there can sign in as you here.',
  );

export const signInUnlinked = (): MailWords =>
  told(
    'A linked sign-in was removed',
    'A sign-in that was linked to yours was removed. It can no longer be used to sign in here.',
  );

export const emailChanged = (): MailWords =>
  told(
    'Your e-mail address was changed',
    'You now sign in with another e-mail address. This one can no longer be used to sign in.',
  );

/** After somebody looked at documents: with the link, or without where it was handed over. */
export const signInRecovered = (path: string | null): MailWords => ({
  subject: 'Your sign-in was set up anew',
  what: [
    'You, or somebody who showed your documents, asked for help because every way of signing in was lost. Everybody who was signed in as you has been signed out. Your password, passkeys, authenticator app, recovery codes and linked sign-ins no longer work.',
    path === null
      ? 'Whoever looked at the documents has a link to choose a new password. It works once, for a day.'
      : 'With the link you choose a new password. It works once, for a day.',
    'If this was not you, tell the service that cares for you at once, by phone or in person.',
  ],
  ...(path !== null && { link: path }),
});

/** Whoever asks for a reset is told what there is: a link, or that this address signs nobody in. */
export const resetAsked = (path: string | null): MailWords =>
  path === null
    ? {
        subject: 'About your password',
        what: [
          'Somebody, perhaps you, asked to choose a new password with this e-mail address. No sign-in with this address can be used.',
          'If it was you, try the address you were invited with, or ask whoever invited you. If it was not you, there is nothing to do.',
        ],
      }
    : {
        subject: 'Choose a new password',
        what: [
          'Somebody, perhaps you, asked to choose a new password for your sign-in. The link works once, for an hour.',
          'If it was not you, there is nothing to do: your password stays as it is.',
        ],
        link: path,
        check: ['We sent this because somebody asked for it on the sign-in page just now.'],
      };

/** To the address a person has: it agrees that another takes its place. */
export const oldAddressAsked = (path: string): MailWords => ({
  subject: 'Do you want to change your e-mail address?',
  what: [
    'You, or somebody signed in as you, asked to sign in with another e-mail address. Open the link within a day to agree.',
    'If this was not you, do not open it. Open Heldwell yourself and choose a new password.',
  ],
  link: path,
});

/** To the address that is to take its place; one that another person signs in with already is told so. */
export const newAddressAsked = (path: string, taken: boolean): MailWords =>
  taken
    ? {
        subject: 'About your e-mail address',
        what: [
          'Somebody asked to sign in with this e-mail address, which already belongs to a sign-in. Each person needs an address of their own.',
          'There is nothing to do. If it was you, use another address.',
        ],
      }
    : {
        subject: 'Confirm your new e-mail address',
        what: [
          'You, or somebody who knows this address, asked to sign in with it. Open the link within a day to confirm that it is yours.',
          'If it was not you, there is nothing to do.',
        ],
        link: path,
      };
