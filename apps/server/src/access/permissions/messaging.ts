import { isSignedIn, isStaff, isThePatient, isThePatientOrStaff } from '../predicates.ts';
import { asItsParent, type PermissionMap } from './permission-map.ts';

/** Discussions and messages: the grant decides which, `heldwell.may_write` whether one may write. */
export const messagingPermissions: PermissionMap = {
  Query: { thread: isSignedIn },
  Mutation: {
    startThread: isThePatient,
    sendMessage: isSignedIn,
    closeThread: isThePatientOrStaff,
    markThreadRead: isSignedIn,
  },
  Subscription: { messagesAdded: isSignedIn, inboxChanged: isStaff },
  Thread: asItsParent,
  ThreadConnection: asItsParent,
  Participant: asItsParent,
  Message: asItsParent,
  MessageConnection: asItsParent,
  InboxCounts: asItsParent,
  ThreadStarted: asItsParent,
  ThreadClosed: asItsParent,
  MessageSent: asItsParent,
  CarerWithoutLabel: asItsParent,
  SentDifferently: asItsParent,
  MessagesAdded: asItsParent,
  InboxChanged: asItsParent,
};
