import type messages from './app.messages.json';

type MessageId = keyof typeof messages;

/** One screen of the patient app: where it is and what it is called. */
export type ScreenRoute = {
  /** Address inside the app; `:name` stands for a part that differs. */
  path: string;
  /** Message id of the screen's name. */
  title: MessageId;
  /** Message id of its h1; null where the h1 is the name of the thing shown. */
  heading: MessageId | null;
  /** Opens without signing in. */
  open?: boolean;
  /** The place of the bottom bar it belongs to. */
  section?: '/' | '/messages' | '/diary' | '/record' | '/more';
};

/** Every screen of the patient app. Tests walk this list; the router has a component for each. */
export const screenRoutes = [
  { path: '/', title: 'app.title-home', heading: null, section: '/' },
  { path: '/help', title: 'app.title-help', heading: 'app.title-help', open: true },
  {
    path: '/sign-in',
    title: 'app.title-sign-in',
    heading: 'app.title-sign-in',
    open: true,
  },
  { path: '/sign-in/problem/:why', title: 'app.title-sign-in-problem', heading: null, open: true },
  {
    path: '/invitation/:code',
    title: 'app.title-invitation',
    heading: null,
    open: true,
  },
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
    path: '/messages',
    title: 'app.title-messages',
    heading: 'app.title-messages',
    section: '/messages',
  },
  {
    path: '/messages/new',
    title: 'app.title-new-message',
    heading: 'app.title-new-message',
    section: '/messages',
  },
  { path: '/messages/:thread', title: 'app.title-thread', heading: null, section: '/messages' },
  { path: '/diary', title: 'app.title-diary', heading: 'app.title-diary', section: '/diary' },
  { path: '/record', title: 'app.title-record', heading: 'app.title-record', section: '/record' },
  {
    path: '/record/timeline',
    title: 'app.title-timeline',
    heading: 'app.title-timeline',
    section: '/record',
  },
  { path: '/record/kind/:kind', title: 'app.title-kind', heading: null, section: '/record' },
  {
    path: '/record/add',
    title: 'app.title-add-document',
    heading: 'app.title-add-document',
    section: '/record',
  },
  { path: '/record/results', title: 'app.title-results', heading: 'app.title-results', section: '/record' },
  { path: '/record/entry/:entry', title: 'app.title-entry', heading: null, section: '/record' },
  {
    path: '/record/entry/:entry/label',
    title: 'app.title-relabel',
    heading: 'app.title-relabel',
    section: '/record',
  },
  { path: '/sharing', title: 'app.title-sharing', heading: 'app.title-sharing', section: '/more' },
  {
    path: '/sharing/check',
    title: 'app.title-check-sharing',
    heading: 'app.title-check-sharing',
    section: '/more',
  },
  {
    path: '/sharing/check/done',
    title: 'app.title-checked-sharing',
    heading: 'app.title-checked-sharing',
    section: '/more',
  },
  { path: '/sharing/check/:grant', title: 'app.title-check-team', heading: null, section: '/more' },
  { path: '/sharing/team', title: 'app.title-share-team', heading: 'app.title-share-team', section: '/more' },
  {
    path: '/sharing/carer',
    title: 'app.title-invite-carer',
    heading: 'app.title-invite-carer',
    section: '/more',
  },
  {
    path: '/sharing/professional',
    title: 'app.title-invite-professional',
    heading: 'app.title-invite-professional',
    section: '/more',
  },
  { path: '/sharing/change/:grant', title: 'app.title-change-sharing', heading: null, section: '/more' },
  { path: '/sharing/see/:grant', title: 'app.title-see', heading: null, section: '/more' },
  { path: '/sharing/see/:grant/kind/:kind', title: 'app.title-see-kind', heading: null, section: '/more' },
  {
    path: '/sharing/who-looked',
    title: 'app.title-who-looked',
    heading: 'app.title-who-looked',
    section: '/more',
  },
  {
    path: '/sharing/who-looked/check',
    title: 'app.title-check-log',
    heading: 'app.title-check-log',
    section: '/more',
  },
  {
    path: '/sharing/history',
    title: 'app.title-sharing-history',
    heading: 'app.title-sharing-history',
    section: '/more',
  },
  { path: '/notices', title: 'app.title-notices', heading: 'app.title-notices', section: '/more' },
  { path: '/sharing/asked/:request', title: 'app.title-access-request', heading: null, section: '/more' },
  { path: '/sharing/all', title: 'app.title-all-sharing', heading: null, section: '/more' },
  { path: '/allow/:request', title: 'app.title-allow-app', heading: null, section: '/more' },
  {
    path: '/sharing/emergency',
    title: 'app.title-emergency',
    heading: 'app.title-emergency',
    section: '/more',
  },
  { path: '/sharing/research', title: 'app.title-research', heading: 'app.title-research', section: '/more' },
  {
    path: '/sharing/receipt/:grant/:version',
    title: 'app.title-receipt',
    heading: 'app.title-receipt',
    section: '/more',
  },
  {
    path: '/sharing/stopped/:at',
    title: 'app.title-stop-receipt',
    heading: 'app.title-stop-receipt',
    section: '/more',
  },
  { path: '/more', title: 'app.title-more', heading: 'app.title-more', section: '/more' },
  { path: '/more/about', title: 'app.title-about', heading: 'app.title-about', section: '/more' },
  {
    path: '/more',
    title: 'app.title-more',
    heading: 'app.title-more',
    section: '/more',
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
  {
    path: '/more/about',
    title: 'app.title-about',
    heading: 'app.title-about',
    section: '/more',
  },
  {
    path: '/more/sign-in-elsewhere',
    title: 'app.title-sign-in-elsewhere',
    heading: 'app.title-sign-in-elsewhere',
    section: '/more',
  },
  {
    path: '/more/language',
    title: 'app.title-language',
    heading: 'app.title-language',
    section: '/more',
    open: true,
  },
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
