import type { ScreenRoute } from './screen-route.ts';

/** The ways in and out: letters, join links, registering, proving who one is, closing. */
export const doorRoutes = [
  { path: '/letter', title: 'app.title-letter', heading: 'app.title-letter', open: true },
  { path: '/join/:code', title: 'app.title-join', heading: null, open: true },
  { path: '/register', title: 'app.title-register', heading: null, open: true },
  {
    path: '/register/done',
    title: 'app.title-registered',
    heading: 'app.title-registered',
    section: '/',
  },
  {
    path: '/more/identity',
    title: 'app.title-identity',
    heading: 'app.title-identity',
    section: '/more',
  },
  {
    path: '/more/identity/letter',
    title: 'app.title-identity-letter',
    heading: 'app.title-identity-letter',
    section: '/more',
  },
  {
    path: '/more/close',
    title: 'app.title-close',
    heading: 'app.title-close',
    section: '/more',
  },
] as const satisfies readonly ScreenRoute[];
