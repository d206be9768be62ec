import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import type { Documents } from './documents/document-store.ts';
import type { EventBus } from './events.ts';
import type { AppName, Credentials } from './opened-session.ts';
import type { ProviderSettings } from './provider-settings.ts';
import type { RequestScope } from './request-scope.ts';
import type { Sealing } from './sealing/sealing.ts';

/** What the whole process shares. */
export interface Services {
  readonly database: Database;
  readonly bus: EventBus;
  readonly clock: Clock;
  /** The installation's secret, for keyed hashes. */
  readonly secret: string;
  /** What values are sealed and opened with. */
  readonly sealing: Sealing;
  /** Files people put up. */
  readonly documents: Documents;
  /** Where people open this service, such as `https://record.example.org`. */
  readonly publicUrl: string;
  /** Whether too many tries make people wait. */
  readonly rateLimits: 'on' | 'off';
  /** Whether mails leave this installation, or stand in the demo's mailbox; false: links are shown, to be passed on. */
  readonly mails: boolean;
  /** How people sign in through others who know them; left out, by nobody else. */
  readonly providers?: ProviderSettings;
}

/** Sets or clears the session cookie of an app, or that of a remembered device; done when the operation has committed. */
export interface SessionCookies {
  set(app: AppName, token: string, seconds: number): void;
  clear(app: AppName): void;
  remember(token: string, seconds: number): void;
  /** Knows this browser again when it comes back from a provider; there where answers carry cookies. */
  setBrowser?(token: string): void;
}

/** One operation: who asks, in which transaction. Loaders and caches live here and nowhere longer. */
export interface Context {
  readonly services: Services;
  readonly scope: RequestScope;
  /** The app that asks; null when it names none. */
  readonly app: AppName | null;
  readonly credentials: Credentials | null;
  /** May send documents of its own making, not only those the apps are known to send. */
  readonly mayAskFreely: boolean;
  /** May ask about the schema. */
  readonly mayIntrospect: boolean;
  /** The address the request came from, for rate limits only. */
  readonly address: string;
  readonly cookies: SessionCookies;
  /** What the browser says of itself. */
  readonly agent: string;
  /** The host the request was sent to, with its port. */
  readonly host: string;
  /** What the cookie of a remembered device says; null where there is none. */
  readonly deviceToken: string | null;
}
