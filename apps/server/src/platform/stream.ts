import { GraphQLError } from 'graphql';
import type { EventBus, LiveEvent } from './events.ts';

/** What a live stream hands to the resolver of its payload: the event, and what the stream remembers. */
export interface Delivery<State extends object> {
  event: LiveEvent | null;
  state: State;
}

/** Ends the stream: access, session or membership is gone. The client sees it complete, and nothing else. */
export const streamEnded = (): GraphQLError =>
  new GraphQLError('Ended.', { extensions: { code: 'STREAM_ENDED' } });

/** Passes over an event that has nothing for this viewer: not even that it happened is told. */
export const nothingToTell = (): GraphQLError =>
  new GraphQLError('Nothing.', { extensions: { code: 'NOTHING_TO_TELL' } });

/**
 * First a delivery without an event, so that nothing between subscribing and listening is lost; then one an event,
 * and another without one while the last did not hold all there was (`more`). `return` ends it at once.
 */
export function deliveries<State extends { more?: boolean }>(
  bus: EventBus,
  names: readonly string[],
  state: State,
): AsyncIterableIterator<Delivery<State>> {
  const events = bus.subscribe(names);
  let first = true;
  return {
    async next() {
      if (first || state.more) {
        first = false;
        return { value: { event: null, state }, done: false };
      }
      const next = await events.next();
      return next.done
        ? { value: undefined, done: true }
        : { value: { event: next.value, state }, done: false };
    },
    async return() {
      await events.return?.();
      return { value: undefined, done: true };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
