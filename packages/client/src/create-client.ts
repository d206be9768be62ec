import {
  Client,
  type CombinedError,
  type Exchange,
  fetchExchange,
  mapExchange,
  type OperationResult,
} from '@urql/core';
import { retryExchange } from '@urql/exchange-retry';
import { createDraftStore, type DraftStore } from './drafts/draft-store.ts';
import { createLive, type Live } from './live/live-connection.ts';
import { problemOf } from './problems.ts';
import { createSignal, type Signal } from './signal.ts';

/** The three web apps; each has its own sign-in. */
export type AppName = 'patient' | 'carer' | 'professional';

/** What changed, for screens that show it. `all` is everything: back online, access changed. */
export type Topic = 'all' | 'entries' | 'notices' | 'sharing' | 'threads';

/** Everything an app needs to talk with the server; made once, handed down by `ClientProvider`. */
export type HeldwellClient = {
  app: AppName;
  urql: Client;
  live: Live;
  drafts: DraftStore;
  /** The last answer to each question, so that going back shows at once what is then asked anew. */
  remembered: Map<number, unknown>;
  /** Tells every screen that shows this topic to ask again. */
  refresh: Signal<Topic>;
  /** Said when the server no longer knows the sign-in; drafts are kept. */
  signedOut: Signal<void>;
  /**
   * Has the person show again that it is them, where an app put the step there (`ConfirmStep`); false when they would
   * not. Commands that need it ask for it themselves.
   */
  confirmFirst: () => Promise<boolean>;
  /** Said after every answer of the server: the session is not idle. */
  answered: Signal<void>;
  /** Forgets every answer and closes the live connection: at sign-in, sign-out and when a session ended. */
  forget: () => void;
};

/** Which app asks; `exchange` takes the place of HTTP in tests. */
export type ClientOptions = { app: AppName; exchange?: Exchange };

/** Marks a mutation whose answer the screen merges itself, so that nothing else need be asked again. */
export const mergedByScreen = { mergedByScreen: true };

const isUnreachable = (error: CombinedError) =>
  Boolean(error.networkError) && error.response === undefined && navigator.onLine;

function settle(heldwell: HeldwellClient, result: OperationResult): void {
  const { operation, data, error } = result;
  if (!error?.networkError) heldwell.answered.send();
  if (error && problemOf(error).kind === 'signedOut') {
    heldwell.forget();
    heldwell.signedOut.send();
    return;
  }
  if (operation.kind === 'query' && !error) heldwell.remembered.set(operation.key, data);
  if (operation.kind === 'mutation' && data && !operation.context.mergedByScreen)
    heldwell.refresh.send('all');
}

function createUrql(
  { app, exchange = fetchExchange }: ClientOptions,
  onResult: (result: OperationResult) => void,
): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'network-only',
    fetchOptions: { credentials: 'same-origin', headers: { 'X-Heldwell-App': app } },
    exchanges: [
      mapExchange({ onResult }),
      retryExchange({
        initialDelayMs: 400,
        maxDelayMs: 2_000,
        maxNumberAttempts: 3,
        // A command is never repeated behind a person's back; screens offer "Try again" with the same id.
        retryIf: (error, operation) => operation.kind === 'query' && isUnreachable(error),
      }),
      exchange,
    ],
  });
}

function socketAddress(): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`;
}

/**
 * Makes the client of one app. Nothing is stored on the device but drafts (in this tab); answers are remembered in
 * memory only, for the life of one sign-in.
 */
export function createClient({ app, ...options }: ClientOptions): HeldwellClient {
  const heldwell: HeldwellClient = {
    app,
    urql: createUrql({ app, ...options }, (result) => settle(heldwell, result)),
    live: createLive({ app, url: socketAddress() }),
    drafts: createDraftStore(app),
    remembered: new Map(),
    refresh: createSignal(),
    signedOut: createSignal(),
    answered: createSignal(),
    confirmFirst: () => Promise.resolve(false),
    forget: () => {
      heldwell.remembered.clear();
      heldwell.live.close();
    },
  };
  window.addEventListener('online', () => heldwell.refresh.send('all'));
  return heldwell;
}
