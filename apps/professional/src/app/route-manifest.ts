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
const organisation = '/organisation/:organisation';
const register = '/teams/:team/patients/register';

const asked = ['problem', 'offline'] as const;

/** The settings of a team, under the team itself and under its organisation. */
const settingsAt = <Path extends string>(name: string, path: Path) =>
  [
    { name, path, signedIn: true, states: listed },
    { name: `${name}-change`, path: `${path}/change`, signedIn: true, states: asked },
    { name: `${name}-join`, path: `${path}/join`, signedIn: true, states: asked },
    { name: `${name}-leaflet`, path: `${path}/leaflet`, signedIn: true, states: listed },
    { name: `${name}-invite`, path: `${path}/invite`, signedIn: true, states: asked },
    { name: `${name}-person`, path: `${path}/people/:person`, signedIn: true, states: asked },
    { name: `${name}-history`, path: `${path}/history`, signedIn: true, states: listed },
  ] as const;

/** The parts of a record, in a team's screens or without one. */
const recordAt = <Prefix extends string, Path extends string>(prefix: Prefix, path: Path) =>
  [
    { name: `${prefix}summary`, path, signedIn: true, states: [...listed, 'ended'] },
    { name: `${prefix}timeline`, path: `${path}/timeline`, signedIn: true, states: [...listed, 'ended'] },
    { name: `${prefix}results`, path: `${path}/results`, signedIn: true, states: [...listed, 'ended'] },
    { name: `${prefix}kinds`, path: `${path}/kinds`, signedIn: true, states: [...listed, 'ended'] },
    { name: `${prefix}kind`, path: `${path}/kinds/:kind`, signedIn: true, states: [...listed, 'ended'] },
    { name: `${prefix}messages`, path: `${path}/messages`, signedIn: true, states: [...listed, 'ended'] },
    {
      name: `${prefix}record-thread`,
      path: `${path}/messages/:thread`,
      signedIn: true,
      states: ['loading', 'problem', 'ended'],
    },
    {
      name: `${prefix}details`,
      path: `${path}/details`,
      signedIn: true,
      states: ['loading', 'problem', 'ended'],
    },
    {
      name: `${prefix}ask-more`,
      path: `${path}/ask`,
      signedIn: true,
      states: ['loading', 'empty', 'problem', 'offline', 'ended'],
    },
    {
      name: `${prefix}entry`,
      path: `${path}/entries/:entry`,
      signedIn: true,
      states: ['loading', 'problem', 'ended'],
    },
  ] as const;

/** Every screen of the console. Tests walk this list; a route that is missing from it fails one. */
export const screenRoutes = [
  { name: 'sign-in', path: '/sign-in', signedIn: false, states: ['problem', 'offline'] },
  {
    name: 'invitation',
    path: '/invitation/:code',
    signedIn: false,
    states: ['loading', 'empty', 'problem', 'offline'],
  },
  {
    name: 'organisation-sign-in',
    path: '/sign-in/organisation',
    signedIn: false,
    states: ['loading', 'empty', 'problem', 'offline'],
  },
  { name: 'sign-in-again', path: '/sign-in/again/:outcome', signedIn: false, states: [] },
  { name: 'sign-in-problem', path: '/sign-in/problem/:why', signedIn: false, states: [] },
  {
    name: 'sign-in-elsewhere',
    path: '/sign-in-elsewhere',
    signedIn: true,
    states: ['loading', 'empty', 'problem', 'offline'],
  },
  { name: 'teams', path: '/', signedIn: true, states: ['loading', 'empty', 'problem'] },
  {
    name: 'forgotten-password',
    path: '/forgotten-password',
    signedIn: false,
    states: ['problem', 'offline'],
  },
  { name: 'reset-password', path: '/reset-password/:code', signedIn: false, states: listed },
  { name: 'confirm-email', path: '/confirm-email/:code', signedIn: false, states: ['problem', 'offline'] },
  { name: 'security', path: '/security', signedIn: true, states: ['loading', 'problem', 'offline'] },
  {
    name: 'security-email',
    path: '/security/email',
    signedIn: true,
    states: ['loading', 'problem', 'offline'],
  },
  {
    name: 'security-password',
    path: '/security/password',
    signedIn: true,
    states: ['loading', 'problem', 'offline'],
  },
  { name: 'security-passkey', path: '/security/passkey', signedIn: true, states: ['problem'] },
  { name: 'security-authenticator', path: '/security/authenticator', signedIn: true, states: ['problem'] },
  { name: 'security-codes', path: '/security/codes', signedIn: true, states: ['problem'] },
  {
    name: 'security-devices',
    path: '/security/devices',
    signedIn: true,
    states: ['loading', 'problem', 'offline'],
  },
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
  { name: 'staff-invitation', path: '/staff-invitation/:code', signedIn: false, states: listed },
  { name: 'organisations', path: '/organisation', signedIn: true, states: [] },
  { name: 'organisation-teams', path: `${organisation}/teams`, signedIn: true, states: listed },
  { name: 'organisation-team-new', path: `${organisation}/teams/new`, signedIn: true, states: asked },
  ...settingsAt('organisation-team', `${organisation}/teams/:team`),
  { name: 'organisation-brand', path: `${organisation}/brand`, signedIn: true, states: listed },
  { name: 'organisation-people', path: `${organisation}/people`, signedIn: true, states: listed },
  { name: 'organisation-officer', path: `${organisation}/people/new`, signedIn: true, states: asked },
  { name: 'organisation-history', path: `${organisation}/history`, signedIn: true, states: listed },
  ...settingsAt('team-settings', '/teams/:team/settings'),
  { name: 'register-name', path: register, signedIn: true, states: ['problem'] },
  { name: 'register-birth-date', path: `${register}/birth-date`, signedIn: true, states: ['problem'] },
  { name: 'register-nhs-number', path: `${register}/nhs-number`, signedIn: true, states: ['problem'] },
  { name: 'register-contact', path: `${register}/contact`, signedIn: true, states: ['problem'] },
  { name: 'register-needs', path: `${register}/needs`, signedIn: true, states: ['problem'] },
  { name: 'register-documents', path: `${register}/documents`, signedIn: true, states: ['problem'] },
  { name: 'register-check', path: `${register}/check`, signedIn: true, states: asked },
  { name: 'registered', path: `${register}/done/:registration`, signedIn: true, states: listed },
  { name: 'waiting', path: '/teams/:team/patients/waiting', signedIn: true, states: listed },
  { name: 'matches', path: '/teams/:team/patients/matches', signedIn: true, states: listed },
  { name: 'match', path: '/teams/:team/patients/matches/:match', signedIn: true, states: listed },
  { name: 'closed-records', path: '/teams/:team/patients/closed', signedIn: true, states: listed },
  { name: 'closed-record', path: '/teams/:team/patients/closed/:closed', signedIn: true, states: listed },
  { name: 'invite-many', path: '/teams/:team/patients/many', signedIn: true, states: asked },
  { name: 'joining', path: `${record}/joining`, signedIn: true, states: [...listed, 'ended'] },
  { name: 'joining-email', path: `${record}/joining/email`, signedIn: true, states: asked },
  { name: 'joining-letter', path: `${record}/joining/letter`, signedIn: true, states: asked },
  { name: 'joining-vouch', path: `${record}/joining/vouch`, signedIn: true, states: asked },
  { name: 'standing-died', path: `${record}/joining/died`, signedIn: true, states: ['problem'] },
  { name: 'standing-died-check', path: `${record}/joining/died/check`, signedIn: true, states: asked },
  { name: 'standing-lives', path: `${record}/joining/lives`, signedIn: true, states: asked },
  { name: 'standing-close', path: `${record}/joining/close`, signedIn: true, states: ['problem'] },
  { name: 'standing-close-check', path: `${record}/joining/close/check`, signedIn: true, states: asked },
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
  { name: 'discharge', path: `${record}/discharge`, signedIn: true, states: ['ended'] },
  { name: 'discharge-check', path: `${record}/discharge/check`, signedIn: true, states: ['ended'] },
  { name: 'shared', path: '/shared', signedIn: true, states: listed },
  ...recordAt('', record),
  ...recordAt('shared-', '/shared/:record'),
] as const satisfies readonly ScreenRoute[];
