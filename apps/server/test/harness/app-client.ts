import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { cookieName } from '../../src/api/request-context.ts';
import type { AppName } from '../../src/platform/opened-session.ts';
import type { GraphqlAnswer } from './graphql-answer.ts';
import { LiveStream } from './live-stream.ts';

/** Tests look into answers whose shape they have just written in the query. */
type Loose = ReturnType<typeof JSON.parse>;

/** One app in one browser: its cookie, its requests, its live streams. */
export class AppClient {
  readonly app: AppName;
  readonly url: string;
  private cookie: string | null;
  private device: string | null = null;
  private socket: Client | undefined;

  constructor({ url, app, token }: { url: string; app: AppName; token: string | null }) {
    this.url = url;
    this.app = app;
    this.cookie = token ? `${cookieName(app)}=${token}` : null;
  }

  /** The data of a query or mutation. Throws when there are errors. */
  async graphql<Data = Loose>(query: string, variables: object = {}): Promise<Data> {
    const { data, errors } = await this.answer<Data>(query, variables);
    if (errors || !data) throw new Error(`GraphQL: ${JSON.stringify(errors ?? data)}`);
    return data;
  }

  /** The whole answer, errors included. */
  async answer<Data = Loose>(query: string, variables: object = {}): Promise<GraphqlAnswer<Data>> {
    const response = await this.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as GraphqlAnswer<Data>;
  }

  /** A request with the app's cookie and name; cookies that come back are kept. */
  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('x-heldwell-app', this.app.toLowerCase());
    const cookies = [this.cookie, this.device].filter((one) => one !== null);
    if (cookies.length > 0) headers.set('cookie', cookies.join('; '));
    const response = await fetch(`${this.url}${path}`, { ...init, headers, redirect: 'manual' });
    const set = response.headers.getSetCookie().find((one) => one.startsWith(cookieName(this.app)));
    if (set) this.cookie = /Max-Age=0/.test(set) ? null : (set.split(';')[0] ?? null);
    const device = response.headers.getSetCookie().find((one) => one.startsWith('__Host-device='));
    if (device) this.device = device.split(';')[0] ?? null;
    return response;
  }

  /** What a browser would send with a request of its own making. */
  get cookies(): string {
    return this.cookie ?? '';
  }

  /** Opens a live stream. */
  subscribe<Data = Loose>(query: string, variables: Record<string, unknown> = {}): LiveStream<Data> {
    this.socket ??= this.connect();
    return new LiveStream<Data>(this.socket, { query, variables });
  }

  /** Loses the connection under every open stream, as a phone in a tunnel does. */
  drop(): void {
    this.socket?.terminate();
    this.socket = undefined;
  }

  async close(): Promise<void> {
    await this.socket?.dispose();
    this.socket = undefined;
  }

  private connect(): Client {
    const headers = this.cookie ? { cookie: this.cookie } : {};
    class WithCookie extends WebSocket {
      constructor(address: string, protocols: string | string[]) {
        super(address, protocols, { headers });
      }
    }
    return createClient({
      url: `${this.url.replace(/^http/, 'ws')}/graphql`,
      webSocketImpl: WithCookie,
      connectionParams: { app: this.app.toLowerCase() },
      retryAttempts: 0,
      lazy: true,
    });
  }
}
