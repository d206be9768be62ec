import { isSignedIn } from '../predicates.ts';
import { asItsParent, type PermissionMap } from './permission-map.ts';

/** What a person is told of: their own notices, in the app they are signed in to. The rows say whose. */
export const notificationPermissions: PermissionMap = {
  Mutation: { markNoticesRead: isSignedIn },
  Subscription: { noticeAdded: isSignedIn },
  Notice: asItsParent,
  NoticeConnection: asItsParent,
  NoticeAdded: asItsParent,
  NoticesRead: asItsParent,
};
