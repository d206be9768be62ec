import { type ComponentType, lazy } from 'react';
import { HelpScreen } from '../features/help/help-screen.tsx';
import { type ScreenRoute, screenRoutes } from './route-manifest.ts';

/** One screen of the app, with what is drawn there. */
export type Screen = ScreenRoute & { component: ComponentType };

type Screens = Record<string, ComponentType>;

const loaders: (() => Promise<Screens>)[] = [];

/** A component that is loaded when its screen is opened. */
function later<Module extends Screens>(
  load: () => Promise<Module>,
  name: keyof Module & string,
): ComponentType {
  loaders.push(load);
  return lazy(async () => ({ default: (await load())[name] as ComponentType }));
}

const security = () => import('../features/security/security-screens.tsx');

/** "Get help now" is part of the frame, so that it opens without a line. */
const components: Record<(typeof screenRoutes)[number]['path'], ComponentType> = {
  '/': later(() => import('../features/home/home-screen.tsx'), 'HomeScreen'),
  '/help': HelpScreen,
  '/sign-in': later(() => import('../features/sign-in/sign-in-screen.tsx'), 'SignInScreen'),
  '/invitation/:code': later(() => import('../features/doors/invitation-screen.tsx'), 'InvitationScreen'),
  '/letter': later(() => import('../features/doors/letter-screen.tsx'), 'LetterScreen'),
  '/join/:code': later(() => import('../features/doors/join-screen.tsx'), 'JoinScreen'),
  '/register': later(() => import('../features/doors/register-screen.tsx'), 'RegisterScreen'),
  '/register/done': later(() => import('../features/doors/register-done-screen.tsx'), 'RegisterDoneScreen'),
  '/sign-in/problem/:why': later(() => import('../features/sign-in/problem-screen.tsx'), 'ProblemScreen'),
  '/messages': later(() => import('../features/messages/messages-screen.tsx'), 'MessagesScreen'),
  '/messages/new': later(() => import('../features/messages/new-thread-screen.tsx'), 'NewThreadScreen'),
  '/messages/:thread': later(() => import('../features/messages/thread-screen.tsx'), 'ThreadScreen'),
  '/diary': later(() => import('../features/diary/diary-screen.tsx'), 'DiaryScreen'),
  '/record': later(() => import('../features/record/record-screen.tsx'), 'RecordScreen'),
  '/record/timeline': later(() => import('../features/record/timeline-screen.tsx'), 'TimelineScreen'),
  '/record/kind/:kind': later(() => import('../features/record/kind-screen.tsx'), 'KindScreen'),
  '/record/add': later(() => import('../features/record/add-document-screen.tsx'), 'AddDocumentScreen'),
  '/record/results': later(() => import('../features/record/results-screen.tsx'), 'ResultsScreen'),
  '/record/entry/:entry': later(() => import('../features/record/entry-screen.tsx'), 'EntryScreen'),
  '/record/entry/:entry/label': later(() => import('../features/record/relabel-screen.tsx'), 'RelabelScreen'),
  '/record/entry/:entry/share': later(
    () => import('../features/sharing/share-entry-screen.tsx'),
    'ShareEntryScreen',
  ),
  '/sharing': later(() => import('../features/sharing/sharing-screen.tsx'), 'SharingScreen'),
  '/sharing/check': later(() => import('../features/sharing/check-screens.tsx'), 'CheckSharingScreen'),
  '/sharing/check/done': later(() => import('../features/sharing/check-screens.tsx'), 'CheckedSharingScreen'),
  '/sharing/check/:grant': later(
    () => import('../features/sharing/check-team-screen.tsx'),
    'CheckTeamScreen',
  ),
  '/sharing/team': later(() => import('../features/sharing/share-team-screen.tsx'), 'ShareTeamScreen'),
  '/sharing/carer': later(() => import('../features/sharing/invite-screens.tsx'), 'InviteCarerScreen'),
  '/sharing/professional': later(
    () => import('../features/sharing/invite-screens.tsx'),
    'InviteProfessionalScreen',
  ),
  '/sharing/change/:grant': later(
    () => import('../features/sharing/change-sharing-screen.tsx'),
    'ChangeSharingScreen',
  ),
  '/sharing/see/:grant': later(() => import('../features/sharing/see-screen.tsx'), 'SeeScreen'),
  '/sharing/see/:grant/kind/:kind': later(
    () => import('../features/sharing/see-kind-screen.tsx'),
    'SeeKindScreen',
  ),
  '/sharing/who-looked': later(
    () => import('../features/who-looked/who-looked-screen.tsx'),
    'WhoLookedScreen',
  ),
  '/sharing/who-looked/check': later(() => import('../features/who-looked/check-screen.tsx'), 'CheckScreen'),
  '/sharing/history': later(() => import('../features/sharing/history-screen.tsx'), 'HistoryScreen'),
  '/notices': later(() => import('../features/notices/notices-screen.tsx'), 'NoticesScreen'),
  '/sharing/asked/:request': later(
    () => import('../features/sharing/answer-request-screen.tsx'),
    'AnswerRequestScreen',
  ),
  '/sharing/all': later(() => import('../features/sharing/all-sharing-screen.tsx'), 'AllSharingScreen'),
  '/allow/:request': later(() => import('../features/sharing/allow-app-screen.tsx'), 'AllowAppScreen'),
  '/sharing/emergency': later(() => import('../features/sharing/emergency-screen.tsx'), 'EmergencyScreen'),
  '/sharing/research': later(() => import('../features/sharing/research-screen.tsx'), 'ResearchScreen'),
  '/sharing/receipt/:grant/:version': later(
    () => import('../features/sharing/receipt-screens.tsx'),
    'ReceiptScreen',
  ),
  '/sharing/stopped/:at': later(() => import('../features/sharing/receipt-screens.tsx'), 'StopReceiptScreen'),
  '/more': later(() => import('../features/more/more-screen.tsx'), 'MoreScreen'),
  '/more/identity': later(() => import('../features/doors/identity-screen.tsx'), 'IdentityScreen'),
  '/more/identity/letter': later(
    () => import('../features/doors/identity-letter-screen.tsx'),
    'IdentityLetterScreen',
  ),
  '/more/close': later(() => import('../features/doors/close-screen.tsx'), 'CloseScreen'),
  '/more/about': later(() => import('../features/more/about-screen.tsx'), 'AboutScreen'),
  '/more/sign-in-elsewhere': later(
    () => import('../features/sign-in/elsewhere-screen.tsx'),
    'SignInElsewhereScreen',
  ),
  '/more/language': later(() => import('../features/more/language-screen.tsx'), 'LanguageScreen'),
  '/sign-in/again/:outcome': later(security, 'SignInAgainScreen'),
  '/security': later(security, 'SecurityScreen'),
  '/security/email': later(security, 'EmailScreen'),
  '/security/password': later(security, 'PasswordScreen'),
  '/security/passkey': later(security, 'PasskeyScreen'),
  '/security/authenticator': later(security, 'AuthenticatorScreen'),
  '/security/codes': later(security, 'CodesScreen'),
  '/security/devices': later(security, 'DevicesScreen'),
  '/forgotten-password': later(security, 'ForgottenScreen'),
  '/reset-password/:code': later(security, 'ResetScreen'),
  '/confirm-email/:code': later(security, 'ConfirmEmailScreen'),
};

/**
 * Loads the code of every screen, one after the other, so that each opens at once and says for itself when there is no
 * line. Stops quietly where the line is lost.
 */
export async function loadEveryScreen(): Promise<void> {
  try {
    for (const load of loaders) await load();
  } catch {
    // What is missing is loaded when its screen is opened.
  }
}

/** Every screen of the manifest with its component. */
export const screens: readonly Screen[] = screenRoutes.map((route) => ({
  ...route,
  component: components[route.path],
}));
