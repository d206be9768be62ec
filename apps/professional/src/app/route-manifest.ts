/** One screen of the console: where it is, and the states a test can drive it into. */
export interface ScreenRoute {
  name: string;
  /** Relative to /professional; as React Router writes paths. */
  path: string;
  signedIn: boolean;
  states: readonly ('loading' | 'empty' | 'problem' | 'offline' | 'ended')[];
}

const listed = ['loading', 'empty', 'problem', 'offline'] as const;
const emergency = '/teams/:team/patients/emergency';
const desk = '/privacy/:office';
const record = '/teams/:team/patients/:record';

/** Every screen of the console. Tests walk this list; a route that is missing from it fails one. */
export const screenRoutes = [
  { name: 'sign-in', path: '/sign-in', signedIn: false, states: ['problem', 'offline'] },
  {
    name: 'organisation-sign-in',
    path: '/sign-in/organisation',
    signedIn: false,
    states: ['loading', 'empty', 'problem', 'offline'],
  },
  { name: 'sign-in-problem', path: '/sign-in/problem/:why', signedIn: false, states: [] },
  {
    name: 'sign-in-elsewhere',
    path: '/sign-in-elsewhere',
    signedIn: true,
    states: ['loading', 'empty', 'problem', 'offline'],
  },
  { name: 'teams', path: '/', signedIn: true, states: ['loading', 'empty', 'problem'] },
  { name: 'notices', path: '/notices', signedIn: true, states: listed },
  { name: 'privacy-desks', path: '/privacy', signedIn: true, states: [] },
  { name: 'privacy-emergencies', path: `${desk}/emergencies`, signedIn: true, states: listed },
  { name: 'privacy-questions', path: `${desk}/questions`, signedIn: true, states: listed },
  { name: 'privacy-freezes', path: `${desk}/freezes`, signedIn: true, states: listed },
  { name: 'privacy-freeze', path: `${desk}/freezes/new/:what`, signedIn: true, states: ['problem'] },
  {
    name: 'privacy-freeze-check',
    path: `${desk}/freezes/new/:what/check`,
    signedIn: true,
    states: ['problem', 'offline'],
  },
  {
    name: 'privacy-freeze-confirm',
    path: `${desk}/freezes/:freeze/confirm`,
    signedIn: true,
    states: listed,
  },
  { name: 'privacy-freeze-lift', path: `${desk}/freezes/:freeze/lift`, signedIn: true, states: listed },
  { name: 'privacy-court-orders', path: `${desk}/court-orders`, signedIn: true, states: listed },
  {
    name: 'privacy-court-order',
    path: `${desk}/court-orders/new`,
    signedIn: true,
    states: ['loading', 'problem', 'offline'],
  },
  {
    name: 'privacy-court-order-check',
    path: `${desk}/court-orders/new/check`,
    signedIn: true,
    states: ['problem', 'offline'],
  },
  {
    name: 'privacy-court-order-end',
    path: `${desk}/court-orders/:order/end`,
    signedIn: true,
    states: listed,
  },
  { name: 'inbox', path: '/teams/:team/inbox', signedIn: true, states: listed },
  {
    name: 'thread',
    path: '/teams/:team/inbox/:thread',
    signedIn: true,
    states: ['loading', 'problem', 'ended'],
  },
  { name: 'caseload', path: '/teams/:team/patients', signedIn: true, states: listed },
  { name: 'ask', path: '/teams/:team/patients/ask', signedIn: true, states: ['problem', 'offline'] },
  { name: 'emergency-who', path: emergency, signedIn: true, states: ['problem'] },
  { name: 'emergency-why', path: `${emergency}/why`, signedIn: true, states: ['problem'] },
  {
    name: 'emergency-confirm',
    path: `${emergency}/confirm`,
    signedIn: true,
    states: ['problem', 'offline'],
  },
  { name: 'summary', path: record, signedIn: true, states: [...listed, 'ended'] },
  { name: 'timeline', path: `${record}/timeline`, signedIn: true, states: [...listed, 'ended'] },
  { name: 'results', path: `${record}/results`, signedIn: true, states: [...listed, 'ended'] },
  { name: 'kinds', path: `${record}/kinds`, signedIn: true, states: [...listed, 'ended'] },
  { name: 'kind', path: `${record}/kinds/:kind`, signedIn: true, states: [...listed, 'ended'] },
  { name: 'messages', path: `${record}/messages`, signedIn: true, states: [...listed, 'ended'] },
  {
    name: 'record-thread',
    path: `${record}/messages/:thread`,
    signedIn: true,
    states: ['loading', 'problem', 'ended'],
  },
  { name: 'details', path: `${record}/details`, signedIn: true, states: ['loading', 'problem', 'ended'] },
  {
    name: 'ask-more',
    path: `${record}/ask`,
    signedIn: true,
    states: ['loading', 'empty', 'problem', 'offline', 'ended'],
  },
  {
    name: 'entry',
    path: `${record}/entries/:entry`,
    signedIn: true,
    states: ['loading', 'problem', 'ended'],
  },
] as const satisfies readonly ScreenRoute[];
