import type { Context, Services, SessionCookies } from '../platform/context.ts';
import type { AppName, Credentials } from '../platform/opened-session.ts';
import { RequestScope } from '../platform/request-scope.ts';
import { tokenHash } from '../platform/secrets.ts';

/** The app a request names, from its header or the socket's first message. */
export function appOf(name: unknown): AppName | null {
  const upper = typeof name === 'string' ? name.toUpperCase() : '';
  return upper === 'PATIENT' || upper === 'CARER' || upper === 'PROFESSIONAL' ? upper : null;
}

/** Each app has a cookie of its own, bound to this host and to secure transport. */
export const cookieName = (app: AppName): string => `__Host-${app.toLowerCase()}`;

/** The session a request presents for its app: only that app's cookie is looked at. */
export function credentialsOf(cookies: string | undefined, app: AppName | null): Credentials | null {
  if (!cookies || !app) return null;
  const name = `${cookieName(app)}=`;
  const found = cookies.split(/;\s*/).find((cookie) => cookie.startsWith(name));
  const token = found?.slice(name.length);
  return token ? { tokenHash: tokenHash(token), app } : null;
}

/** One for all apps: whose device it is, the stored side says. */
const DEVICE_COOKIE = '__Host-device';

/** What the cookie of a remembered device says. */
export function deviceTokenOf(cookies: string | undefined): string | null {
  const found = cookies?.split(/;\s*/).find((cookie) => cookie.startsWith(`${DEVICE_COOKIE}=`));
  return found?.slice(DEVICE_COOKIE.length + 1) || null;
}

/** The text of a Set-Cookie header that remembers a device. */
export const deviceCookie = (token: string, seconds: number): string =>
  `${DEVICE_COOKIE}=${token}; Path=/; Max-Age=${seconds}; HttpOnly; Secure; SameSite=Lax`;

/** Where there are no headers left to set: signing in is for HTTP. */
export const NO_COOKIES: SessionCookies = {
  set: () => undefined,
  clear: () => undefined,
  remember: () => undefined,
};

/** The token a partner's request presents. */
export function bearerOf(authorization: string | undefined): Credentials | null {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  return token ? { tokenHash: tokenHash(token), app: 'PARTNER' } : null;
}

/** The text of a Set-Cookie header that sets or, with 0 seconds, clears the session of an app. */
export const sessionCookie = (app: AppName, token: string, seconds: number): string =>
  `${cookieName(app)}=${token}; Path=/; Max-Age=${seconds}; HttpOnly; Secure; SameSite=Lax`;

export interface Asks {
  app: AppName | null;
  credentials: Credentials | null;
  address: string;
  /** As the context’s; left out, no. */
  mayAskFreely?: boolean;
  mayIntrospect?: boolean;
  cookies: SessionCookies;
  agent?: string | undefined;
  host?: string | undefined;
  deviceToken?: string | null;
}

/** The context of one operation, with a transaction of its own that begins when something is first read. */
export function newContext(services: Services, asks: Asks): Context {
  const scope = new RequestScope(services, asks.credentials);
  const may = { mayAskFreely: false, mayIntrospect: false };
  const { agent = '', host = '', deviceToken = null } = asks;
  return { services, scope, ...may, ...asks, agent, host, deviceToken };
}
