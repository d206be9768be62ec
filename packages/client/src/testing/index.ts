export { securityStory } from './security-story.ts';
export { aMessage, aThread, aThreadAnswer } from './story.ts';

import { CombinedError, type Exchange, type Operation } from '@urql/core';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { filter, fromPromise, map, mergeMap, pipe, takeUntil } from 'wonka';
import { type AppName, createClient, type HeldwellClient } from '../create-client.ts';
import type { StreamSink } from '../live/live-connection.ts';
import { checkDocument } from './check-document.ts';

/**
 * What the pretended server answers to one operation: its `data`, or an error by its code (with what there is of the
 * data beside it), or no line at all.
 */
export type TestAnswer =
  | { data: unknown }
  | { code: string; fields?: { path: string; code: string }[]; data?: unknown }
  | 'offline'
  | 'never';

/** Answers by operation name; a function sees the variables. */
export type TestAnswers = Record<string, TestAnswer | ((variables: Record<string, unknown>) => TestAnswer)>;

/** A client for component tests, with what was asked and a hand on the live streams. */
export type TestClient = HeldwellClient & {
  asked: { name: string; variables: Record<string, unknown> }[];
  /** Changes an answer from now on. */
  answer: (name: string, answer: TestAnswers[string]) => void;
  /** Sends to every open stream of that name, or to the first that opens; returns how many were open. */
  stream: (name: string, data: unknown) => number;
  /** Ends every open stream of that name, or the first that opens, as the server does when access ends. */
  endStream: (name: string) => void;
};

const nameOf = (document: DocumentNode) => {
  const operation = document.definitions.find(
    (one): one is OperationDefinitionNode => one.kind === 'OperationDefinition',
  );
  return operation?.name?.value ?? '';
};

function resultOf(operation: Operation, answer: TestAnswer) {
  const base = { operation, stale: false, hasNext: false };
  if (answer === 'offline') {
    return { ...base, data: undefined, error: new CombinedError({ networkError: new Error('no line') }) };
  }
  if (typeof answer === 'object' && 'code' in answer) {
    const graphQLErrors = [
      { message: answer.code, extensions: { code: answer.code, fields: answer.fields } },
    ];
    return {
      ...base,
      data: answer.data,
      error: new CombinedError({ graphQLErrors, response: { status: 200 } }),
    };
  }
  return { ...base, data: (answer as { data: unknown }).data, error: undefined };
}

function answering(answers: TestAnswers, asked: TestClient['asked']): Exchange {
  const answerTo = async (operation: Operation): Promise<TestAnswer> => {
    const name = nameOf(operation.query);
    const variables = (operation.variables ?? {}) as Record<string, unknown>;
    checkDocument(operation.query);
    asked.push({ name, variables });
    const found = answers[name];
    if (found === undefined) throw new Error(`The test has no answer to ${name}.`);
    const answer = typeof found === 'function' ? found(variables) : found;
    return answer === 'never' ? new Promise(() => undefined) : answer;
  };
  // As with HTTP, a question taken back in the same moment is never asked.
  const answered = (operation: Operation) =>
    pipe(
      fromPromise(Promise.resolve()),
      mergeMap(() => fromPromise(answerTo(operation))),
      map((answer) => resultOf(operation, answer)),
    );
  return () => (operations) =>
    pipe(
      operations,
      filter((operation) => operation.kind !== 'teardown'),
      mergeMap((operation) => {
        const takenBack = filter(
          (other: Operation) => other.kind === 'teardown' && other.key === operation.key,
        );
        return pipe(answered(operation), takeUntil(takenBack(operations)));
      }),
    );
}

type OpenStream = { name: string; sink: StreamSink<unknown> };

/** Makes a client that asks nobody: for component tests alone. */
export function createTestClient(app: AppName, answers: TestAnswers): TestClient {
  const asked: TestClient['asked'] = [];
  const streams = new Set<OpenStream>();
  // A screen opens its stream a moment after it is drawn: what a test does to it before that is done when it opens.
  const early: { name: string; done: (stream: OpenStream) => void }[] = [];
  const known = { ...answers };
  const client = createClient({ app, exchange: answering(known, asked) });
  client.live = {
    subscribe: (document, _variables, sink) => {
      checkDocument(document);
      const stream = { name: nameOf(document), sink: sink as StreamSink<unknown> };
      streams.add(stream);
      const waiting = early.filter(({ name }) => name === stream.name);
      for (const each of waiting) {
        early.splice(early.indexOf(each), 1);
        queueMicrotask(() => each.done(stream));
      }
      return () => {
        streams.delete(stream);
      };
    },
    close: () => streams.clear(),
  };
  const toEach = (name: string, done: (stream: OpenStream) => void) => {
    const named = [...streams].filter((stream) => stream.name === name);
    if (named.length === 0) early.push({ name, done });
    for (const stream of named) done(stream);
    return named.length;
  };
  return Object.assign(client, {
    asked,
    answer: (name: string, answer: TestAnswers[string]) => {
      known[name] = answer;
    },
    stream: (name: string, data: unknown) => toEach(name, ({ sink }) => sink.next(data)),
    endStream: (name: string) => {
      toEach(name, (stream) => {
        streams.delete(stream);
        stream.sink.ended('completed');
      });
    },
  });
}
