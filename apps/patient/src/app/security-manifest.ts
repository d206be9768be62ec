import type { ScreenRoute } from './screen-route.ts';

/** Screens of how the patient signs in, and of what mails lead to. */
export const securityRoutes = [
  { path: '/sign-in/again/:outcome', title: 'app.title-sign-in-again', heading: null, open: true },
  {
    path: '/security',
    title: 'app.title-security',
    heading: 'app.title-security',
    section: '/more',
  },
  {
    path: '/security/email',
    title: 'app.title-security-email',
    heading: 'app.title-security-email',
    section: '/more',
  },
  {
    path: '/security/password',
    title: 'app.title-security-password',
    heading: 'app.title-security-password',
    section: '/more',
  },
  {
    path: '/security/passkey',
    title: 'app.title-security-passkey',
    heading: 'app.title-security-passkey',
    section: '/more',
  },
  {
    path: '/security/authenticator',
    title: 'app.title-security-authenticator',
    heading: 'app.title-security-authenticator',
    section: '/more',
  },
  {
    path: '/security/codes',
    title: 'app.title-security-codes',
    heading: 'app.title-security-codes',
    section: '/more',
  },
  {
    path: '/security/devices',
    title: 'app.title-security-devices',
    heading: 'app.title-security-devices',
    section: '/more',
  },
  {
    path: '/forgotten-password',
    title: 'app.title-forgotten',
    heading: 'app.title-forgotten',
    open: true,
  },
  {
    path: '/reset-password/:code',
    title: 'app.title-reset',
    heading: null,
    open: true,
  },
  {
    path: '/confirm-email/:code',
    title: 'app.title-confirm-email',
    heading: 'app.title-confirm-email',
    open: true,
  },
] as const satisfies readonly ScreenRoute[];
