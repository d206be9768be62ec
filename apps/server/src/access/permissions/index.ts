import { accessLogPermissions } from './access-log.ts';
import { doorsPermissions } from './doors.ts';
import { identityProviderPermissions } from './identity-providers.ts';
import { messagingPermissions } from './messaging.ts';
import { notificationPermissions } from './notifications.ts';
import { frontDeskPermissions, organisationPermissions } from './organisations.ts';
import { partnerPermissions } from './partners.ts';
import { type PermissionMap, type Rule } from './permission-map.ts';
import { privacyDeskPermissions } from './privacy-desk.ts';
import { recordPermissions } from './record.ts';
import { securityPermissions } from './security.ts';
import { sharingPermissions } from './sharing.ts';
import { signInPermissions } from './sign-in.ts';

export { type PermissionMap, REST, type Rule } from './permission-map.ts';

const areas = [
  signInPermissions,
  securityPermissions,
  doorsPermissions,
  identityProviderPermissions,
  recordPermissions,
  sharingPermissions,
  messagingPermissions,
  notificationPermissions,
  accessLogPermissions,
  privacyDeskPermissions,
  organisationPermissions,
  frontDeskPermissions,
  partnerPermissions,
];

/** Every area's lines as one map; two areas may give lines to one type, not to one field. */
export const permissions: PermissionMap = areas.reduce<PermissionMap>((all, area) => {
  for (const [type, line] of Object.entries(area)) {
    const known = all[type];
    if (known && (isRule(known) || isRule(line))) throw new Error(`Two lines for the type ${type}.`);
    all[type] = known ? { ...(known as Record<string, Rule>), ...(line as Record<string, Rule>) } : line;
  }
  return all;
}, {});

/** A rule, not a map of rules by field. */
export function isRule(line: Rule | Record<string, Rule>): line is Rule {
  return (
    typeof (line as Rule).resolve === 'function' ||
    typeof (line as { getRules?: unknown }).getRules === 'function'
  );
}
