/** Screens that ask the server nothing of their own. */
export const SILENT = [
  '/',
  '/more',
  '/more/language',
  '/sharing/carer',
  '/sharing/professional',
  '/settings',
  // Ask when one begins.
  '/security/passkey',
  '/security/authenticator',
  '/security/codes',
  '/register/done',
  '/people/:record',
  '/people/:record/record',
  '/people/:record/access/leave',
  '/people/:record/access/ask',
  // Asks when one presses “Check”.
  '/sharing/who-looked/check',
  // Where an officer begins, and what is chosen or checked before anything is sent.
  '/privacy',
  '/privacy/:office/freezes/new/:what',
  '/privacy/:office/freezes/new/:what/check',
  '/teams/:team/patients/ask',
  '/teams/:team/patients/emergency',
  '/teams/:team/patients/emergency/why',
  '/teams/:team/patients/emergency/confirm',
  '/teams/:team/patients/:record/ask',
  '/teams/:team/patients/:record/discharge',
  '/teams/:team/patients/:record/discharge/check',
  '/shared/:record/ask',
  // What is asked before somebody is registered, and lists that are sent when one says so.
  '/organisation',
  '/organisation/:organisation/teams/new',
  '/organisation/:organisation/people/new',
  '/teams/:team/patients/register',
  ...['birth-date', 'nhs-number', 'contact', 'needs', 'documents', 'check'].map(
    (step) => `/teams/:team/patients/register/${step}`,
  ),
  '/teams/:team/patients/many',
  ...['vouch', 'died', 'died/check', 'lives', 'close', 'close/check'].map(
    (step) => `/teams/:team/patients/:record/joining/${step}`,
  ),
];
