/** One screen of the carer app: where it is, and the states a test can drive it into. */
export interface ScreenRoute {
  name: string;
  /** Relative to /carer; as React Router writes paths. */
  path: string;
  signedIn: boolean;
  states: readonly ('loading' | 'empty' | 'problem' | 'offline' | 'ended')[];
}

const listed = ['loading', 'empty', 'problem', 'offline', 'ended'] as const;
const single = ['loading', 'problem', 'ended'] as const;
const person = '/people/:record';

/** Every screen of the carer app. Tests walk this list; a route that is missing from it fails one. */
export const screenRoutes = [
  { name: 'help', path: '/help', signedIn: false, states: ['offline'] },
  { name: 'sign-in', path: '/sign-in', signedIn: false, states: ['problem', 'offline'] },
  {
    name: 'invitation',
    path: '/invitation/:code',
    signedIn: false,
    states: ['loading', 'empty', 'problem', 'offline'],
  },
  { name: 'declined', path: '/declined', signedIn: false, states: [] },
  { name: 'people', path: '/', signedIn: true, states: ['loading', 'empty', 'problem', 'offline'] },
  { name: 'notices', path: '/notices', signedIn: true, states: ['loading', 'empty', 'problem', 'offline'] },
  { name: 'settings', path: '/settings', signedIn: true, states: [] },
  {
    name: 'forgotten-password',
    path: '/forgotten-password',
    signedIn: false,
    states: ['problem', 'offline'],
  },
  {
    name: 'reset-password',
    path: '/reset-password/:code',
    signedIn: false,
    states: ['loading', 'empty', 'problem', 'offline'],
  },
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
  { name: 'today', path: person, signedIn: true, states: listed },
  { name: 'messages', path: `${person}/messages`, signedIn: true, states: listed },
  { name: 'thread', path: `${person}/messages/:thread`, signedIn: true, states: single },
  { name: 'diary', path: `${person}/diary`, signedIn: true, states: listed },
  { name: 'plan', path: `${person}/plan`, signedIn: true, states: listed },
  { name: 'record', path: `${person}/record`, signedIn: true, states: listed },
  { name: 'kind', path: `${person}/record/:kind`, signedIn: true, states: listed },
  { name: 'entry', path: `${person}/entries/:entry`, signedIn: true, states: single },
  { name: 'access', path: `${person}/access`, signedIn: true, states: single },
  { name: 'who-looked', path: `${person}/access/who-looked`, signedIn: true, states: listed },
  { name: 'ask', path: `${person}/access/ask`, signedIn: true, states: single },
  { name: 'sharing', path: `${person}/access/sharing`, signedIn: true, states: listed },
  { name: 'share', path: `${person}/access/sharing/new`, signedIn: true, states: single },
  { name: 'share-carer', path: `${person}/access/sharing/new/carer`, signedIn: true, states: single },
  {
    name: 'share-professional',
    path: `${person}/access/sharing/new/professional`,
    signedIn: true,
    states: single,
  },
  { name: 'share-team', path: `${person}/access/sharing/new/team`, signedIn: true, states: listed },
  { name: 'leave', path: `${person}/access/leave`, signedIn: true, states: single },
] as const satisfies readonly ScreenRoute[];
