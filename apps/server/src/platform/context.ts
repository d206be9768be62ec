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
  /** How people sign in through others who know them; left out, by nobody else. */
  readonly providers?: ProviderSettings;
}

/** Sets or clears the session cookie of an app; done when the operation has committed. */
export interface SessionCookies {
  set(app: AppName, token: string, seconds: number): void;
  clear(app: AppName): void;
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
  /** The address the request came from, for rate limits only. */
  readonly address: string;
  readonly cookies: SessionCookies;
  /** Marks the looks of this operation in the log as one. */
  readonly operationId: string;
}
