import { type ComponentType, lazy } from 'react';
import { HelpScreen } from '../features/help/help-screen.tsx';
import type messages from './app.messages.json';

type MessageId = keyof typeof messages;

/** One screen of the app. The list drives the router and the checks of every screen. */
export type Screen = {
  /** Address inside the app; `:name` stands for a part that differs. */
  path: string;
  /** Message id of the screen's name. */
  title: MessageId;
  /** Message id of its h1; null where the h1 is the name of the thing shown. */
  heading: MessageId | null;
  component: ComponentType;
  /** Opens without signing in. */
  open?: boolean;
  /** The place of the bottom bar it belongs to. */
  section?: '/' | '/messages' | '/diary' | '/record' | '/more';
};

type Screens = Record<string, ComponentType>;

/** A component that is loaded when its screen is opened. */
function later<Module extends Screens>(
  load: () => Promise<Module>,
  name: keyof Module & string,
): ComponentType {
  return lazy(async () => ({ default: (await load())[name] as ComponentType }));
}

/** Every screen. "Get help now" is part of the frame, so that it opens without a line. */
export const screens: readonly Screen[] = [
  {
    path: '/',
    title: 'app.title-home',
    heading: null,
    component: later(() => import('../features/home/home-screen.tsx'), 'HomeScreen'),
    section: '/',
  },
  { path: '/help', title: 'app.title-help', heading: 'app.title-help', component: HelpScreen, open: true },
  {
    path: '/sign-in',
    title: 'app.title-sign-in',
    heading: 'app.title-sign-in',
    component: later(() => import('../features/sign-in/sign-in-screen.tsx'), 'SignInScreen'),
    open: true,
  },
  {
    path: '/invitation/:code',
    title: 'app.title-invitation',
    heading: null,
    component: later(() => import('../features/sign-in/invitation-screen.tsx'), 'InvitationScreen'),
    open: true,
  },
  {
    path: '/messages',
    title: 'app.title-messages',
    heading: 'app.title-messages',
    component: later(() => import('../features/messages/messages-screen.tsx'), 'MessagesScreen'),
    section: '/messages',
  },
  {
    path: '/messages/new',
    title: 'app.title-new-message',
    heading: 'app.title-new-message',
    component: later(() => import('../features/messages/new-thread-screen.tsx'), 'NewThreadScreen'),
    section: '/messages',
  },
  {
    path: '/messages/:thread',
    title: 'app.title-thread',
    heading: null,
    component: later(() => import('../features/messages/thread-screen.tsx'), 'ThreadScreen'),
    section: '/messages',
  },
  {
    path: '/diary',
    title: 'app.title-diary',
    heading: 'app.title-diary',
    component: later(() => import('../features/diary/diary-screen.tsx'), 'DiaryScreen'),
    section: '/diary',
  },
  {
    path: '/record',
    title: 'app.title-record',
    heading: 'app.title-record',
    component: later(() => import('../features/record/record-screen.tsx'), 'RecordScreen'),
    section: '/record',
  },
  {
    path: '/record/timeline',
    title: 'app.title-timeline',
    heading: 'app.title-timeline',
    component: later(() => import('../features/record/timeline-screen.tsx'), 'TimelineScreen'),
    section: '/record',
  },
  {
    path: '/record/kind/:kind',
    title: 'app.title-kind',
    heading: null,
    component: later(() => import('../features/record/kind-screen.tsx'), 'KindScreen'),
    section: '/record',
  },
  {
    path: '/record/results',
    title: 'app.title-results',
    heading: 'app.title-results',
    component: later(() => import('../features/record/results-screen.tsx'), 'ResultsScreen'),
    section: '/record',
  },
  {
    path: '/record/entry/:entry',
    title: 'app.title-entry',
    heading: null,
    component: later(() => import('../features/record/entry-screen.tsx'), 'EntryScreen'),
    section: '/record',
  },
  {
    path: '/record/entry/:entry/label',
    title: 'app.title-relabel',
    heading: 'app.title-relabel',
    component: later(() => import('../features/record/relabel-screen.tsx'), 'RelabelScreen'),
    section: '/record',
  },
  {
    path: '/sharing',
    title: 'app.title-sharing',
    heading: 'app.title-sharing',
    component: later(() => import('../features/sharing/sharing-screen.tsx'), 'SharingScreen'),
    section: '/more',
  },
  {
    path: '/sharing/team',
    title: 'app.title-share-team',
    heading: 'app.title-share-team',
    component: later(() => import('../features/sharing/share-team-screen.tsx'), 'ShareTeamScreen'),
    section: '/more',
  },
  {
    path: '/sharing/carer',
    title: 'app.title-invite-carer',
    heading: 'app.title-invite-carer',
    component: later(() => import('../features/sharing/invite-carer-screen.tsx'), 'InviteCarerScreen'),
    section: '/more',
  },
  {
    path: '/sharing/change/:grant',
    title: 'app.title-change-sharing',
    heading: null,
    component: later(() => import('../features/sharing/change-sharing-screen.tsx'), 'ChangeSharingScreen'),
    section: '/more',
  },
  {
    path: '/sharing/history',
    title: 'app.title-sharing-history',
    heading: 'app.title-sharing-history',
    component: later(() => import('../features/sharing/history-screen.tsx'), 'HistoryScreen'),
    section: '/more',
  },
  {
    path: '/more',
    title: 'app.title-more',
    heading: 'app.title-more',
    component: later(() => import('../features/more/more-screen.tsx'), 'MoreScreen'),
    section: '/more',
  },
  {
    path: '/more/about',
    title: 'app.title-about',
    heading: 'app.title-about',
    component: later(() => import('../features/more/about-screen.tsx'), 'AboutScreen'),
    section: '/more',
  },
  {
    path: '/more/language',
    title: 'app.title-language',
    heading: 'app.title-language',
    component: later(() => import('../features/more/language-screen.tsx'), 'LanguageScreen'),
    section: '/more',
    open: true,
  },
];
