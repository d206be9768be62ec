import { stringifyDocument } from '@urql/core';
import type { FormattedExecutionResult } from 'graphql';
import type { Client as SocketClient } from 'graphql-ws';
import type { TadaDocumentNode } from '../graphql.ts';
import { problemOfExtensions } from '../problems.ts';
import { openSocketClient } from './socket-client.ts';

/** Why a stream is over: the server completed it, refused it, or the sign-in behind it has ended. */
export type StreamEnd = 'completed' | 'refused' | 'signedOut';

/** Receives one stream. After `ended` nothing more comes; stopping it oneself never calls `ended`. */
export type StreamSink<Data> = {
  next: (data: Data) => void;
  ended: (end: StreamEnd) => void;
  /** The connection was lost and is back: what happened meanwhile is not sent again, unless the stream counts. */
  resumed?: () => void;
};

/** The one live connection of a tab. */
export type Live = {
  /**
   * Opens a stream that survives a lost connection. `variables` is called again at every (re)connection, so a
   * stream that counts positions resumes after the last one it saw. Returns a function that stops the stream.
   */
  subscribe: <Data, Variables>(
    document: TadaDocumentNode<Data, Variables>,
    variables: () => Variables,
    sink: StreamSink<Data>,
  ) => () => void;
  /** Drops the connection and everything on it, as at sign-out. The next stream opens a new one. */
  close: () => void;
};

const askAgainAfter = 3_000;
/** Time given to the server to start listening before anything missed is asked for. */
const settleFor = 250;

function endOf(errors: readonly { extensions?: unknown }[]): StreamEnd {
  const signedOut = errors.some((error) => problemOfExtensions(error.extensions).kind === 'signedOut');
  return signedOut ? 'signedOut' : 'refused';
}

function endOfFailure(failure: unknown): StreamEnd {
  if (Array.isArray(failure)) return endOf(failure);
  const code = (failure as { code?: unknown } | null)?.code;
  return code === 4401 || code === 4403 ? 'signedOut' : 'refused';
}

type Payload = { query: string; variables: Record<string, unknown> };

/** Carries one stream from the socket client to its sink, and makes sure that `ended` is said at most once. */
class Stream<Data> {
  private over = false;
  private stopOnSocket = () => {};
  private readonly payload: Payload;
  private readonly sink: StreamSink<Data>;

  constructor(payload: Payload, sink: StreamSink<Data>) {
    this.payload = payload;
    this.sink = sink;
  }

  /** Opens the stream once the client is there; when its code cannot be loaded (no line), asks again. */
  open(client: () => Promise<SocketClient>): void {
    if (this.over) return;
    client().then(
      (opened) => this.start(opened),
      () => setTimeout(() => this.open(client), askAgainAfter),
    );
  }

  stop(): void {
    this.over = true;
    this.stopOnSocket();
  }

  private start(client: SocketClient): void {
    if (this.over) return;
    this.stopOnSocket = client.subscribe(this.payload, {
      next: (result) => this.receive(result),
      error: (failure) => this.finish(endOfFailure(failure)),
      complete: () => this.finish('completed'),
    });
  }

  private receive({ data, errors }: FormattedExecutionResult<Record<string, unknown>, unknown>): void {
    if (this.over) return;
    if (errors?.length && !data) this.finish(endOf(errors));
    else this.sink.next(data as Data);
  }

  private finish(end: StreamEnd): void {
    if (this.over) return;
    this.stop();
    this.sink.ended(end);
  }
}

/** Calls `again` at every turn but the first: graphql-ws reads a payload several times while it writes it once. */
function oncePerTurn(again: () => void): () => void {
  let turns = 0;
  let counted = false;
  return () => {
    if (counted) return;
    counted = true;
    queueMicrotask(() => {
      counted = false;
    });
    turns += 1;
    if (turns > 1) again();
  };
}

/** Makes the live connection; its code is loaded, and the socket opened, with the first stream. */
export function createLive({ app, url }: { app: string; url: string }): Live {
  let opening: Promise<SocketClient> | undefined;
  const client = () => {
    opening ??= openSocketClient(url, app).catch((failure: unknown) => {
      opening = undefined;
      throw failure;
    });
    return opening;
  };
  return {
    subscribe: (document, variables, sink) => {
      const connected = oncePerTurn(() => setTimeout(() => sink.resumed?.(), settleFor));
      // The getter is read when the payload is written to the socket, at every connection anew.
      const payload = {
        query: stringifyDocument(document),
        get variables() {
          connected();
          return variables() as Record<string, unknown>;
        },
      };
      const stream = new Stream(payload, sink);
      stream.open(client);
      return () => stream.stop();
    },
    close: () => {
      const closing = opening;
      opening = undefined;
      closing?.then(
        (opened) => opened.dispose(),
        () => undefined,
      );
    },
  };
}
